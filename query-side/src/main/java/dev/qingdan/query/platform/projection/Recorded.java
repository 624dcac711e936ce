package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventEnvelope;
import java.time.Instant;

/** An event together with what its envelope says of it: all that a fold may look at. */
public record Recorded<E extends DomainEvent>(E event, EventEnvelope envelope) {

    /** The aggregate's version after this event. */
    public long sequence() {
        return envelope.sequence();
    }

    public Instant time() {
        return envelope.time();
    }

    /** The same, seen as an event of a narrower family. */
    <F extends DomainEvent> Recorded<F> as(Class<F> family) {
        return new Recorded<>(family.cast(event), envelope);
    }
}
