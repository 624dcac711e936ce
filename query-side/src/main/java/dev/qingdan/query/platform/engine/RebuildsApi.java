package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.web.Problem;
import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilding a projection while it serves. */
@RestController
@RequestMapping("/ops/projections/{name}/rebuilds")
class RebuildsApi {

    private static final DateTimeFormatter FOUR_DIGIT_YEARS =
            new DateTimeFormatterBuilder()
                    .appendValue(ChronoField.YEAR, 4)
                    .appendPattern("-MM-dd")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /**
     * @param since a day such as 2026-11-01; text, so that what is no day is refused by its name
     */
    record Asked(Rebuild.@Nullable Mode mode, @Nullable String since) {

        private @Nullable LocalDate day() {
            if (since == null) {
                return null;
            }
            try {
                // No other form, and no year that the database does not know
                return LocalDate.parse(since, FOUR_DIGIT_YEARS);
            } catch (DateTimeParseException e) {
                throw Problem.invalid("since", "is a day such as 2026-11-01");
            }
        }
    }

    private static final int LATEST = 20;

    private final Projections projections;
    private final Rebuilds rebuilds;
    private final RebuildRepository repository;
    private final RebuildStatuses statuses;

    RebuildsApi(
            Projections projections,
            Rebuilds rebuilds,
            RebuildRepository repository,
            RebuildStatuses statuses) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.repository = repository;
        this.statuses = statuses;
    }

    @PostMapping
    ResponseEntity<Map<String, UUID>> start(
            @PathVariable String name, @RequestBody Asked asked, Principal operator) {
        if (asked.mode() == null) {
            throw Problem.invalid("mode", "is REPLACE, VERIFY or ROLLBACK");
        }
        var rebuild =
                rebuilds.start(
                        projections.asked(name), asked.mode(), asked.day(), operator.getName());
        return ResponseEntity.accepted()
                .location(
                        URI.create("/ops/projections/%s/rebuilds/%s".formatted(name, rebuild.id())))
                .body(Map.of("rebuildId", rebuild.id()));
    }

    /** The latest first. */
    @GetMapping
    List<RebuildStatus> latest(@PathVariable String name) {
        return repository.findLatest(projections.asked(name).name(), LATEST).stream()
                .map(statuses::of)
                .toList();
    }

    @GetMapping("/{id}")
    RebuildStatus one(@PathVariable String name, @PathVariable UUID id) {
        return repository
                .find(name, id)
                .map(statuses::of)
                .orElseThrow(() -> Problem.notFound("rebuild.not-found", "No such rebuild"));
    }

    @PostMapping("/{id}/pause")
    RebuildStatus pause(@PathVariable String name, @PathVariable UUID id) {
        return statuses.of(rebuilds.pause(name, id));
    }

    @PostMapping("/{id}/resume")
    RebuildStatus resume(@PathVariable String name, @PathVariable UUID id) {
        return statuses.of(rebuilds.resume(name, id));
    }

    @PostMapping("/{id}/cancel")
    RebuildStatus cancel(@PathVariable String name, @PathVariable UUID id) {
        return statuses.of(rebuilds.cancel(name, id));
    }
}
