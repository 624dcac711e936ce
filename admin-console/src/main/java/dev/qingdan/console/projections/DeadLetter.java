package dev.qingdan.console.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not take, or one that waits behind such an event.
 *
 * @param error none where it only waits
 */
record DeadLetter(
        long id,
        String generation,
        String topic,
        int partition,
        long offset,
        String aggregateId,
        @Nullable String eventType,
        @Nullable Long sequence,
        String payload,
        @Nullable String error,
        int attempts,
        @Nullable Instant parkedAt) {

    public boolean isWaiting() {
        return error == null;
    }

    /** {@code OrderPaid} rather than {@code shop.order.OrderPaid}. */
    public String getEvent() {
        return eventType == null ? "?" : eventType.substring(eventType.lastIndexOf('.') + 1);
    }
}
