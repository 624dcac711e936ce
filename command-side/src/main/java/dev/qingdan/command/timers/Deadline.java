package dev.qingdan.command.timers;

import dev.qingdan.events.DomainEvent;
import java.time.Instant;

/**
 * A timer that every event of one kind sets, for the event's aggregate, unless something else
 * happens to that first. Most never ring, so no row is written beside the event: {@link Deadlines}
 * finds the events again when their time comes.
 *
 * <p>Events are looked through in their order: one whose time comes before that of an earlier event
 * may ring late, by {@link TimerProperties#patience} at most.
 *
 * @param <E> the event; any later event of its aggregate makes the timer needless
 */
public interface Deadline<E extends DomainEvent> extends Timer {

    Class<E> event();

    /** When it rings; the same each time it is asked. */
    Instant at(E event);
}
