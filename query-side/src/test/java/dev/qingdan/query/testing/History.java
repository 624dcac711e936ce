package dev.qingdan.query.testing;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventStamp;
import dev.qingdan.events.EventType;
import dev.qingdan.query.platform.projection.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events in the order in which a store recorded them: positions rise, sequences have no gaps. */
public final class History {

    public static final Instant BEGINNING = Instant.parse("2026-03-01T04:00:00Z");

    private final List<Recorded<DomainEvent>> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    public static History of(DomainEvent... events) {
        var history = new History();
        List.of(events).forEach(history::add);
        return history;
    }

    public Recorded<DomainEvent> add(DomainEvent event) {
        var type = EventType.of(event);
        var sequence = sequences.merge(type.topic() + event.aggregateId(), 0L, (n, _) -> n + 1);
        long position = events.size();
        var recorded =
                new Recorded<>(
                        event,
                        new EventStamp(
                                type.name(), sequence, position, BEGINNING.plusSeconds(position)));
        events.add(recorded);
        return recorded;
    }

    public List<Recorded<DomainEvent>> events() {
        return events;
    }
}
