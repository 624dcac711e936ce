package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.qingdan.events.AggregateType;
import dev.qingdan.events.DomainEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Aggregates' events to look at without deciding: no lock is taken, nothing is registered. */
@Component
public class Streams {

    private final EventLog log;

    Streams(EventLog log) {
        this.log = log;
    }

    /** The events of many aggregates in one query; an id without events is not in the answer. */
    public Map<String, List<DomainEvent>> of(AggregateType type, Collection<String> ids) {
        return log.ofStreams(type, ids, 0).stream()
                .map(EventLog.Positioned::event)
                .collect(
                        groupingBy(
                                event -> event.stream().id(),
                                mapping(StoredMessage::payload, toList())));
    }
}
