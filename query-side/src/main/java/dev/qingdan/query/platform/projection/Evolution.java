package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The pure step of a fold: the row before the event, none at first, and the row after it. */
@FunctionalInterface
public interface Evolution<E extends DomainEvent, R extends Row> {

    R evolve(@Nullable R row, Recorded<E> recorded);
}
