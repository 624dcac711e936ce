package dev.qingdan.command.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qingdan.command.inspect.InspectRefusal.EventNotFound;
import dev.qingdan.command.platform.CommandRefused;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events themselves, for whoever has to find out what happened. */
@RestController
@RequestMapping("/ops/events")
class EventsApi {

    private static final int LONGEST = 200;

    private final EventSearch search;

    EventsApi(EventSearch search) {
        this.search = search;
    }

    /**
     * A page of the list, the latest first.
     *
     * @param next continues the search; it may be there although no item is
     */
    record Page(
            List<EventView> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable @Size(max = LONGEST) String type,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST) String aggregate,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST) String correlation,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Min(1) Long cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var filter = new EventFilter(type, aggregate, correlation, from, to);
        var found = search.find(filter, cursor, limit);
        return new Page(
                found.events().stream().map(EventView::of).toList(),
                found.below() == 0 ? null : Long.toString(found.below()));
    }

    @GetMapping("/{eventId}")
    EventView one(@PathVariable UUID eventId) {
        return search.find(eventId)
                .map(EventView::of)
                .orElseThrow(() -> new CommandRefused(new EventNotFound(eventId)));
    }
}
