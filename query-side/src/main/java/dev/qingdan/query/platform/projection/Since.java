package dev.qingdan.query.platform.projection;

import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.events.EventType;
import dev.qingdan.events.Topic;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a generation counts whose older days were copied from the live one: everything from that day
 * on, and of the days before it only what the copy cannot hold yet.
 *
 * @param copied the position up to which the copy holds each partition's events
 */
public record Since(LocalDate day, Map<Place, Long> copied) {

    boolean counts(Recorded<?> recorded, LocalDate dayCounted) {
        return !dayCounted.isBefore(day)
                || recorded.stamp().position() > copied.getOrDefault(place(recorded), -1L);
    }

    private static Place place(Recorded<?> recorded) {
        var event = recorded.event();
        return new Place(EventType.of(event).topic(), Topic.partitionOf(event.aggregateId()));
    }
}
