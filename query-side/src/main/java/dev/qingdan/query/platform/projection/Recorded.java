package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventStamp;
import java.time.Instant;

/** An event together with what its stamp says of it: all that a fold may look at. */
public record Recorded<E extends DomainEvent>(E event, EventStamp stamp) {

    /** The aggregate's version after this event. */
    public long sequence() {
        return stamp.sequence();
    }

    public Instant time() {
        return stamp.time();
    }

    /** The same, seen as an event of a narrower family. */
    <F extends DomainEvent> Recorded<F> as(Class<F> family) {
        return new Recorded<>(family.cast(event), stamp);
    }
}
