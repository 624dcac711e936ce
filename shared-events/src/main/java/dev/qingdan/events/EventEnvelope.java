package dev.qingdan.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event beside its payload.
 *
 * @param id UUID of the event, unique for ever
 * @param type published name, see {@link EventType}; kept as text because a consumer may be older
 *     than the producer
 * @param aggregateId whom it happened to
 * @param sequence the aggregate's version: 0 for its first event, without gaps
 * @param position the event store's global position: rising, visible in order, not without gaps
 * @param time when it was stored
 * @param correlationId what request began it all
 * @param causationId what message led directly to it
 * @param traceparent W3C Trace Context of the request
 */
public record EventEnvelope(
        String id,
        String type,
        String aggregateId,
        long sequence,
        long position,
        Instant time,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {}
