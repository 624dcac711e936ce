package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of an aggregate's row adds to a tally, pure as the step itself: the row before the
 * event, none at first, the row after it, and the event.
 */
@FunctionalInterface
public interface Counting<E extends DomainEvent, R extends Row, T extends Record> {

    List<T> additions(@Nullable R before, R after, E event);
}
