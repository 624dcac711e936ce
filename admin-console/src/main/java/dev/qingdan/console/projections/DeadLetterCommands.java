package dev.qingdan.console.projections;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.ForOperators;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Events that a projection could not take: tried again, or thrown away with a reason. */
@Controller
@RequestMapping("/projections/{name}/dead-letters")
@ForOperators
class DeadLetterCommands {

    private static final String LETTERS = "/ops/projections/{name}/dead-letters";

    private final StaffCommands commands;
    private final Toasts toasts;

    DeadLetterCommands(StaffCommands commands, Toasts toasts) {
        this.commands = commands;
        this.toasts = toasts;
    }

    @PostMapping("/retry")
    String retryAll(@PathVariable String name, @RequestParam String key, RedirectAttributes next) {
        var call = Call.query(LETTERS + "/retry", name);
        var command = StaffCommand.post("letter.retry-all", name, call, Map.of(), key);
        var answer = commands.send(command);
        var counts = answer.getBody();
        toasts.tell(
                next,
                command,
                answer,
                "letters.retried-all",
                count(counts, "upToDate"),
                count(counts, "stillFailing"));
        return page(name, next);
    }

    @PostMapping("/{id}/retry")
    String retry(
            @PathVariable String name,
            @PathVariable long id,
            @RequestParam String key,
            RedirectAttributes next) {
        var call = Call.query(LETTERS + "/{id}/retry", name, id);
        return send(
                "retry",
                StaffCommand.post("letter.retry", subject(name, id), call, Map.of(), key),
                name,
                next);
    }

    @PostMapping("/{id}/discard")
    String discard(
            @PathVariable String name,
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam String key,
            RedirectAttributes next) {
        var call = Call.query(LETTERS + "/{id}/discard", name, id);
        var body = Map.of("reason", reason.strip());
        return send(
                "discard",
                StaffCommand.post("letter.discard", subject(name, id), call, body, key),
                name,
                next);
    }

    /** Folding the letters behind may have failed again: that is no success. */
    private String send(String verb, StaffCommand command, String name, RedirectAttributes next) {
        var answer = commands.send(command);
        var outcome = answer.getBody();
        var remaining = count(outcome, "remaining");
        if (outcome != null && remaining > 0) {
            toasts.refused(next, "letters.still-failing");
        } else {
            toasts.tell(next, command, answer, "letters.done." + verb, count(outcome, "folded"));
        }
        return page(name, next);
    }

    private static long count(@Nullable Map<String, Object> counts, String what) {
        return counts != null && counts.get(what) instanceof Number number ? number.longValue() : 0;
    }

    private static String subject(String name, long id) {
        return name + "/" + id;
    }

    private static String page(String name, RedirectAttributes next) {
        next.addAttribute("name", name);
        return "redirect:/projections/{name}";
    }
}
