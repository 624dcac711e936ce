package dev.qingdan.infra.benchmark.history;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderAccepted;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.OrderHandedOver;
import dev.qingdan.events.OrderEvent.OrderMadeReady;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.RefundFailure;
import java.time.Instant;

/** An order on its way through its life. */
final class OpenOrder {

    private final Life life;
    private final OrderPlaced placed;
    private final String correlationId;
    private final String paymentId;
    private final String refundId;
    private String lastEventId = "";
    private int next;

    OpenOrder(Life life, OrderPlaced placed, Ids ids) {
        this.life = life;
        this.placed = placed;
        this.correlationId = ids.uuid(placed.placedAt());
        this.paymentId = ids.uuid(placed.placedAt());
        this.refundId = ids.uuid(placed.placedAt());
    }

    String correlationId() {
        return correlationId;
    }

    /** What led to the next event: the event before it, or the request that placed the order. */
    String causationId() {
        return next == 0 ? correlationId : lastEventId;
    }

    long sequence() {
        return next;
    }

    boolean isOver() {
        return next == life.steps().size();
    }

    OrderEvent event(Instant at) {
        var id = placed.orderId();
        return switch (life.steps().get(next)) {
            case PLACED -> placed;
            case PAID -> new OrderPaid(id, paymentId, placed.payable(), at);
            case PAID_LATE -> new LatePaymentReceived(id, paymentId, placed.payable(), at);
            case ACCEPTED -> new OrderAccepted(id, at);
            case READY -> new OrderMadeReady(id, pickupCode(), at);
            case HANDED_OVER -> new OrderHandedOver(id, at);
            case CANCELLED -> new OrderCancelled(id, CancelledBy.MEMBER, at);
            case EXPIRED -> new OrderExpired(id, at);
            case REFUND_REQUESTED ->
                    new RefundRequested(id, refundId, paymentId, refunded(), cause(), at);
            case REFUND_COMPLETED -> new RefundCompleted(id, refundId, refunded(), at);
            case REFUND_FAILED -> new RefundGivenUp(id, refundId, RefundFailure.of("ABNORMAL"), at);
        };
    }

    void happened(String eventId) {
        lastEventId = eventId;
        next++;
    }

    private String pickupCode() {
        return placed.number().substring(placed.number().length() - 3);
    }

    private RefundCause cause() {
        return switch (life) {
            case COMPLAINED -> RefundCause.COMPLAINT;
            case PAID_TOO_LATE -> RefundCause.LATE_PAYMENT;
            default -> RefundCause.CANCELLATION;
        };
    }

    /** A complaint is about the first thing on the list. */
    private long refunded() {
        return life == Life.COMPLAINED
                ? Math.min(placed.payable(), placed.lines().getFirst().amount())
                : placed.payable();
    }
}
