package dev.qingdan.console.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One event as command-side stored it. */
record StoredEvent(
        String eventId,
        String type,
        @Nullable String supersededBy,
        String aggregateType,
        String aggregateId,
        long sequence,
        long position,
        Instant time,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        JsonNode payload) {

    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    public String json() {
        return payload.toPrettyString();
    }
}
