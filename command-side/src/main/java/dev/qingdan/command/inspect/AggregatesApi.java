package dev.qingdan.command.inspect;

import dev.qingdan.command.inspect.InspectRefusal.AggregateNotFound;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.events.AggregateType;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What became of one aggregate, up to now or up to one of its events. */
@RestController
@RequestMapping("/ops/aggregates")
class AggregatesApi {

    private static final int MOST_SHOWN = 500;

    private final EventLog log;
    private final AggregateStates states;

    AggregatesApi(EventLog log, AggregateStates states) {
        this.log = log;
        this.states = states;
    }

    /**
     * @param version the sequence of the last event that is in the state
     * @param events the latest of those that led to it, in their order
     */
    record History(String type, String id, long version, JsonNode state, List<EventView> events) {}

    @GetMapping("/{type}/{id}")
    History history(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Min(0) Long version) {
        var stream =
                typeNamed(type)
                        .orElseThrow(() -> new CommandRefused(new AggregateNotFound(type, id)));
        long last = version == null ? Long.MAX_VALUE : version;
        var events =
                log.ofStreams(stream, List.of(id), 0).stream()
                        .filter(event -> event.event().sequence() <= last)
                        .toList();
        if (events.isEmpty()) {
            throw new CommandRefused(new AggregateNotFound(type, id));
        }
        return new History(
                type,
                id,
                events.getLast().event().sequence(),
                states.after(new StreamId(stream, id), events),
                events.subList(Math.max(0, events.size() - MOST_SHOWN), events.size()).stream()
                        .map(EventView::of)
                        .toList());
    }

    private static Optional<AggregateType> typeNamed(String name) {
        return Arrays.stream(AggregateType.values())
                .filter(type -> type.typeName().equals(name))
                .findFirst();
    }
}
