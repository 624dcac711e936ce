package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Problem;
import java.security.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that a projection could not take, for operators. */
@RestController
@RequestMapping("/ops/projections/{name}/dead-letters")
class DeadLettersApi {

    record Discard(@Nullable String reason) {}

    private final Projections projections;
    private final DeadLetters letters;
    private final Redelivery redelivery;
    private final RetryAll retryAll;

    DeadLettersApi(
            Projections projections,
            DeadLetters letters,
            Redelivery redelivery,
            RetryAll retryAll) {
        this.projections = projections;
        this.letters = letters;
        this.redelivery = redelivery;
        this.retryAll = retryAll;
    }

    @GetMapping
    Page<DeadLetter> list(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var projection = projections.asked(name);
        var most = Limit.of(limit);
        var after = Cursor.parse(cursor, 1);
        var found = letters.of(projection.name(), after == null ? null : after.number(0), most);
        return Page.of(found, most, letter -> Cursor.after(letter.id()), Function.identity());
    }

    /** What is left over, because it would take too long for one answer, is for the next call. */
    @PostMapping("/retry")
    RetryAll.Outcome retryAll(@PathVariable String name) {
        return retryAll.of(projections.asked(name));
    }

    @PostMapping("/{id}/retry")
    Redelivery.Outcome retry(@PathVariable String name, @PathVariable long id) {
        return redelivery.retry(projections.asked(name), letter(name, id));
    }

    @PostMapping("/{id}/discard")
    Redelivery.Outcome discard(
            @PathVariable String name,
            @PathVariable long id,
            @RequestBody Discard discard,
            Principal operator) {
        var reason = discard.reason();
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw Problem.invalid("reason", "has 1 to 500 characters");
        }
        return redelivery.discard(
                projections.asked(name), letter(name, id), reason, operator.getName());
    }

    private DeadLetter letter(String name, long id) {
        return letters.one(projections.asked(name).name(), id)
                .orElseThrow(
                        () -> Problem.notFound("dead-letter.not-found", "No such dead letter"));
    }
}
