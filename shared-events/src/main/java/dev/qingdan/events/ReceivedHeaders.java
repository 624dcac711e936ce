package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one record. Even a header's name costs its decoding, so where the tenth is the one
 * that {@link CloudEvents#record} puts there, those before it are taken to be where that puts them.
 */
final class ReceivedHeaders {

    private static final int CE_ID = 3;
    private static final int CE_TYPE = 4;
    private static final int CE_SUBJECT = 5;
    private static final int CE_TIME = 6;
    private static final int CE_SEQUENCE = 8;
    private static final int CE_POSITION = 9;
    private static final int CE_CORRELATION_ID = 11;
    private static final int CE_CAUSATION_ID = 12;
    private static final int CE_TRACE_PARENT = 13;

    private final Header[] headers;
    private final boolean asUsual;

    ReceivedHeaders(Headers headers) {
        this.headers = headers.toArray();
        this.asUsual = isThere("ce_position", CE_POSITION);
    }

    private boolean isThere(String name, int place) {
        return place < headers.length && name.equals(headers[place].key());
    }

    /**
     * @throws IllegalArgumentException where a header is missing or is not what it should be
     */
    EventEnvelope envelope() {
        return new EventEnvelope(
                required("ce_id", CE_ID),
                required("ce_type", CE_TYPE),
                required("ce_subject", CE_SUBJECT),
                number("ce_sequence", CE_SEQUENCE),
                number("ce_position", CE_POSITION),
                moment("ce_time", CE_TIME),
                text("ce_correlationid", CE_CORRELATION_ID),
                text("ce_causationid", CE_CAUSATION_ID),
                text("ce_traceparent", CE_TRACE_PARENT));
    }

    /**
     * @throws IllegalArgumentException as {@link #envelope} has it
     */
    EventStamp stamp() {
        return new EventStamp(
                required("ce_type", CE_TYPE),
                number("ce_sequence", CE_SEQUENCE),
                number("ce_position", CE_POSITION),
                moment("ce_time", CE_TIME));
    }

    private @Nullable String text(String name, int usual) {
        var header = find(name, usual);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private @Nullable Header find(String name, int usual) {
        if (usual <= CE_POSITION ? asUsual : isThere(name, usual)) {
            return headers[usual];
        }
        for (Header header : headers) {
            if (name.equals(header.key())) {
                return header;
            }
        }
        return null;
    }

    private String required(String name, int usual) {
        var value = text(name, usual);
        if (value == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return value;
    }

    private long number(String name, int usual) {
        return Long.parseLong(required(name, usual));
    }

    private Instant moment(String name, int usual) {
        var text = required(name, usual);
        try {
            return Moments.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is not an RFC 3339 moment: " + text, e);
        }
    }
}
