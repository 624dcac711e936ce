package dev.qingdan.query.order;

import static dev.qingdan.query.order.OrderView.RefundStatus.APPROVED;
import static dev.qingdan.query.order.OrderView.RefundStatus.COMPLETED;
import static dev.qingdan.query.order.OrderView.RefundStatus.REQUESTED;
import static java.util.Comparator.naturalOrder;

import dev.qingdan.events.OrderLine;
import dev.qingdan.events.RefundLine;
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
        @Nullable String couponId,
        Instant payBefore,
        Instant placedAt,
        List<Payment> payments,
        List<Refund> refunds,
        @Nullable String pickupCode,
        List<Moment> timeline,
        long version) {

    /** Since when a member has been waiting for an answer about a refund; null where none has. */
    @Nullable Instant refundAwaitedSince() {
        return refunds.isEmpty()
                ? null
                : refunds.stream()
                        .filter(refund -> refund.status() == REQUESTED)
                        .map(Refund::requestedAt)
                        .min(naturalOrder())
                        .orElse(null);
    }

    /**
     * @param late whether the order no longer waited for it
     */
    record Payment(String paymentId, long amount, Instant paidAt, boolean late) {}

    /**
     * @param paymentId where the money comes from; known once it is on its way
     * @param lines the pieces that a member asked for the price of; none where all goes back
     */
    record Refund(
            String refundId,
            @Nullable String paymentId,
            long amount,
            RefundStatus status,
            @Nullable List<RefundLine> lines,
            Instant requestedAt,
            @Nullable Instant completedAt) {

        /** Whether somebody, the shop or WeChat, has still to say what becomes of it. */
        boolean isOnItsWay() {
            return status == REQUESTED || status == APPROVED;
        }

        Refund become(RefundStatus next) {
            return new Refund(refundId, paymentId, amount, next, lines, requestedAt, completedAt);
        }

        Refund approved(String payment) {
            return new Refund(refundId, payment, amount, APPROVED, lines, requestedAt, completedAt);
        }

        Refund completed(Instant at) {
            return new Refund(refundId, paymentId, amount, COMPLETED, lines, requestedAt, at);
        }
    }

    enum RefundStatus {
        /** The member waits for the shop's answer. */
        REQUESTED,
        REJECTED,
        /** WeChat is to send the money. */
        APPROVED,
        COMPLETED,
        FAILED
    }

    /** What happened when. */
    record Moment(String what, Instant at) {}
}
