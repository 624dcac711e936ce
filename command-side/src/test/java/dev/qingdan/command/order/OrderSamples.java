package dev.qingdan.command.order;

import dev.qingdan.command.order.OrderCommand.CancelOrder;
import dev.qingdan.command.order.OrderCommand.PlaceOrder;
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
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.List;

/** One order in every station of its life. */
final class OrderSamples {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    static final Instant LATER = Instant.parse("2026-11-22T04:15:00Z");

    static final List<OrderLine> LINES =
            List.of(
                    OrderLine.of("tea-50g", "Tie Guan Yin", 1_800, 2),
                    OrderLine.of("cake", "Mung bean cake", 600, 1));
    static final PlaceOrder PLACE =
            new PlaceOrder("order-1", "li", "shop-1", "1122-0042", LINES, 0, null, NOON, LATER);
    static final OrderPlaced PLACED =
            new OrderPlaced(
                    "order-1",
                    "li",
                    "shop-1",
                    "1122-0042",
                    LINES,
                    4_200,
                    0,
                    4_200,
                    null,
                    NOON,
                    LATER);
    static final OrderPaid PAID_BY_1 = new OrderPaid("order-1", "pay-1", 4_200, NOON);
    static final OrderExpired EXPIRED_LATER = new OrderExpired("order-1", LATER);
    static final OrderCancelled CANCELLED_BY_MEMBER =
            new OrderCancelled("order-1", CancelledBy.MEMBER, LATER);
    static final OrderAccepted ACCEPTED = new OrderAccepted("order-1", LATER);
    static final OrderMadeReady MADE_READY = new OrderMadeReady("order-1", "4711", LATER);
    static final OrderHandedOver HANDED_OVER = new OrderHandedOver("order-1", LATER);
    static final LatePaymentReceived LATE_1 =
            new LatePaymentReceived("order-1", "pay-1", 4_200, NOON);
    static final RefundRequested REFUND_OF_LATE_1 =
            refundOf("refund-1", "pay-1", RefundCause.LATE_PAYMENT);

    private OrderSamples() {}

    static Order given(OrderEvent... events) {
        var order = Order.NO_ORDER;
        for (var event : events) {
            order = order.evolve(event);
        }
        return order;
    }

    static CancelOrder cancel(String refundId) {
        return new CancelOrder("order-1", CancelledBy.MEMBER, refundId, LATER);
    }

    static RefundRequested refundOf(String refundId, String paymentId, RefundCause cause) {
        return new RefundRequested("order-1", refundId, paymentId, 4_200, cause, LATER);
    }
}
