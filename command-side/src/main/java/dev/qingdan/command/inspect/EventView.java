package dev.qingdan.command.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event with all that is known of it.
 *
 * @param supersededBy the type as which it is read today, where its own is told no more
 * @param payload the stored JSON, byte for byte
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        UUID eventId,
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
        @JsonRawValue String payload) {

    static EventView of(Positioned positioned) {
        var event = positioned.event();
        var origin = event.origin();
        return new EventView(
                event.id(),
                event.type(),
                successor(event.type()).orElse(null),
                event.stream().type().typeName(),
                event.stream().id(),
                event.sequence(),
                positioned.position(),
                event.occurredAt(),
                origin.actor(),
                origin.correlationId(),
                origin.causationId(),
                origin.traceparent(),
                new String(event.payload(), StandardCharsets.UTF_8));
    }

    private static Optional<String> successor(String type) {
        return EventType.named(type).flatMap(EventType::successor).map(EventType::name);
    }
}
