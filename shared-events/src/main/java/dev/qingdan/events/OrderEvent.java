package dev.qingdan.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of one order, told so that a reader needs no other topic to show it. */
public sealed interface OrderEvent extends DomainEvent {

    String orderId();

    @Override
    default String aggregateId() {
        return orderId();
    }

    /** The order was accepted and its stock reserved; {@code payable} is total less discount. */
    record OrderPlaced(
            String orderId,
            String memberId,
            String shopId,
            String number,
            List<OrderLine> lines,
            long total,
            long discount,
            long payable,
            @Nullable String couponId,
            Instant placedAt,
            Instant payBefore)
            implements OrderEvent {

        public OrderPlaced {
            lines = List.copyOf(lines);
        }
    }

    /** WeChat confirmed the payment; {@code paidAt} is WeChat's moment of success. */
    record OrderPaid(String orderId, String paymentId, long amount, Instant paidAt)
            implements OrderEvent {}

    /** Money came for an order that had already ended; a refund of all of it follows. */
    record LatePaymentReceived(String orderId, String paymentId, long amount, Instant paidAt)
            implements OrderEvent {}

    /** Somebody called the order off before the shop accepted it; its stock is free again. */
    record OrderCancelled(String orderId, CancelledBy by, Instant cancelledAt)
            implements OrderEvent {}

    /** Nobody paid in time; its stock is free again. */
    record OrderExpired(String orderId, Instant expiredAt) implements OrderEvent {}

    /** The shop started to prepare the order and took its goods from the shelf. */
    record OrderAccepted(String orderId, Instant acceptedAt) implements OrderEvent {}

    /** The order can be fetched with this code. */
    record OrderMadeReady(String orderId, String pickupCode, Instant readyAt)
            implements OrderEvent {}

    /** The member has the goods: the order is completed. */
    record OrderHandedOver(String orderId, Instant completedAt) implements OrderEvent {}

    /**
     * The member wants this much back for these pieces; no money moves until staff approve it,
     * which is a {@link RefundRequested} with the same refundId.
     */
    record RefundAsked(
            String orderId, String refundId, long amount, List<RefundLine> lines, Instant askedAt)
            implements OrderEvent {

        public RefundAsked {
            lines = List.copyOf(lines);
        }
    }

    /** What the member asked for will not be given, or not by this refund. */
    record RefundRejected(String orderId, String refundId, Instant rejectedAt)
            implements OrderEvent {}

    /** {@code amount} fen of this payment are to go back to the payer. */
    record RefundRequested(
            String orderId,
            String refundId,
            String paymentId,
            long amount,
            RefundCause cause,
            Instant requestedAt)
            implements OrderEvent {}

    /** WeChat confirmed that the money went back. */
    record RefundCompleted(String orderId, String refundId, long amount, Instant completedAt)
            implements OrderEvent {}

    /** WeChat gave the refund up; what the shop has to do now follows from how far it had gone. */
    record RefundGivenUp(String orderId, String refundId, RefundFailure failure, Instant failedAt)
            implements OrderEvent {}

    /** Who called an order off. */
    enum CancelledBy {
        MEMBER,
        STAFF
    }

    /** Why money goes back. */
    enum RefundCause {
        CANCELLATION,
        LATE_PAYMENT,
        COMPLAINT
    }
}
