package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The headers of one record, gathered in one pass: each look-up by name would be another. */
final class ReceivedHeaders {

    private @Nullable String id;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String sequence;
    private @Nullable String position;
    private @Nullable String time;
    private @Nullable String correlationId;
    private @Nullable String causationId;
    private @Nullable String traceparent;

    /** The last one of a name counts. */
    void take(Header header) {
        switch (header.key()) {
            case "ce_id" -> id = text(header);
            case "ce_type" -> type = text(header);
            case "ce_subject" -> subject = text(header);
            case "ce_sequence" -> sequence = text(header);
            case "ce_position" -> position = text(header);
            case "ce_time" -> time = text(header);
            case "ce_correlationid" -> correlationId = text(header);
            case "ce_causationid" -> causationId = text(header);
            case "ce_traceparent" -> traceparent = text(header);
            default -> {
                // Of no use to a consumer
            }
        }
    }

    /**
     * @throws IllegalArgumentException where a header is missing or is not what it should be
     */
    EventEnvelope envelope() {
        return new EventEnvelope(
                required("ce_id", id),
                required("ce_type", type),
                required("ce_subject", subject),
                Long.parseLong(required("ce_sequence", sequence)),
                Long.parseLong(required("ce_position", position)),
                moment(required("ce_time", time)),
                correlationId,
                causationId,
                traceparent);
    }

    private static @Nullable String text(Header header) {
        return header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return value;
    }

    private static Instant moment(String text) {
        try {
            return Moments.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("ce_time is not an RFC 3339 moment: " + text, e);
        }
    }
}
