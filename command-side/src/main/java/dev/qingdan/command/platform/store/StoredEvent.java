package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventEnvelope;
import java.time.Instant;
import java.util.UUID;

/**
 * One row of the store.
 *
 * @param type the published name, such as {@code shop.order.OrderPlaced}
 * @param payload the JSON, byte for byte as it is published
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
public record StoredEvent(
        UUID id,
        StreamId stream,
        long sequence,
        String type,
        byte[] payload,
        Instant occurredAt,
        Origin origin) {

    /** What the payload says; events of old forms as what they are now. */
    public DomainEvent read() {
        return StoredMessage.payload(this);
    }

    /** The event as its readers know it, once it has a position. */
    public EventEnvelope at(long position) {
        return new EventEnvelope(
                id.toString(),
                type,
                stream.id(),
                sequence,
                position,
                occurredAt,
                origin.correlationId(),
                origin.causationId(),
                origin.traceparent());
    }
}
