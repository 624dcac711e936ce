package dev.qingdan.query.order;

import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as its member reads it: the JSON of every answer, assembled when its events arrive. */
record OrderView(
        String orderId,
        String number,
        String shopId,
        OrderStatus status,
        boolean partlyRefunded,
        List<OrderLine> lines,
        long total,
        long discount,
        long payable,
        Instant payBefore,
        Instant placedAt,
        List<Payment> payments,
        List<Refund> refunds,
        @Nullable String pickupCode,
        List<Moment> timeline,
        long version) {

    /**
     * @param late whether the order no longer waited for it
     */
    record Payment(String paymentId, long amount, Instant paidAt, boolean late) {}

    record Refund(
            String refundId,
            String paymentId,
            long amount,
            RefundStatus status,
            Instant requestedAt,
            @Nullable Instant completedAt) {}

    enum RefundStatus {
        REQUESTED,
        COMPLETED,
        FAILED
    }

    /** What happened when. */
    record Moment(String what, Instant at) {}
}
