package dev.qingdan.command.timers;

import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * What a timer's row remembers: why it was set, so that what it does is traced back to the first
 * request, and how often it rang in vain.
 */
record Alarm(String correlationId, String causationId, @Nullable String traceparent, int vain) {

    static Alarm because(Origin origin, String eventId) {
        return new Alarm(origin.correlationId(), eventId, origin.traceparent(), 0);
    }

    Origin origin(String timer) {
        var trace = TraceParent.continuing(traceparent);
        return new Origin("system:" + timer, correlationId, causationId, trace.toString());
    }

    Alarm inVain() {
        return new Alarm(correlationId, causationId, traceparent, vain + 1);
    }
}
