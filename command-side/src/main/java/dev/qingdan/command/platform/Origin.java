package dev.qingdan.command.platform;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done and for whom; each event of a unit of work remembers it.
 *
 * @param actor {@code member:<id>}, {@code staff:<name>}, or {@code system:<what>} where a timer or
 *     a policy acts
 * @param correlationId what began it all: the same from the first request to the last consequence
 * @param causationId the request or the event that led directly to this
 * @param traceparent W3C Trace Context: a {@link TraceParent}; events of before may lack it
 */
public record Origin(
        String actor, String correlationId, String causationId, @Nullable String traceparent) {

    static final String ACTOR = "actor";
    static final String CORRELATION = "correlationId";
    static final String CAUSATION = "causationId";
    static final String TRACEPARENT = "traceparent";

    /** The same, done by somebody else. */
    public Origin by(String newActor) {
        return new Origin(newActor, correlationId, causationId, traceparent);
    }

    public MetaData metaData() {
        var entries = new HashMap<String, Object>();
        entries.put(ACTOR, actor);
        entries.put(CORRELATION, correlationId);
        entries.put(CAUSATION, causationId);
        if (traceparent != null) {
            entries.put(TRACEPARENT, traceparent);
        }
        return MetaData.from(entries);
    }

    /** What a stored message remembers of its origin; events of before may lack parts. */
    public static Origin of(Map<String, ?> metaData) {
        return new Origin(
                text(metaData, ACTOR, "system:unknown"),
                text(metaData, CORRELATION, ""),
                text(metaData, CAUSATION, ""),
                (String) metaData.get(TRACEPARENT));
    }

    private static String text(Map<String, ?> metaData, String name, String otherwise) {
        return metaData.get(name) instanceof String text ? text : otherwise;
    }
}
