package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.Topic;
import java.util.Arrays;

/** A table of a projection and the fold that fills it. */
public sealed interface Table permits RowTable, TallyTable {

    String name();

    /** The family, or the part of a family, that feeds this table. */
    Class<? extends DomainEvent> events();

    default boolean takes(DomainEvent event) {
        return events().isInstance(event);
    }

    default Topic topic() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.family().isAssignableFrom(events()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(events() + " is on no topic"));
    }
}
