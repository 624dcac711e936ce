package dev.qingdan.command.order;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundFailed;
import dev.qingdan.events.OrderEvent.RefundRequested;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The money that came for an order and went back.
 *
 * @param paidBy the payment that the order waited for
 * @param payments that one and every late one
 */
record OrderMoney(@Nullable String paidBy, Set<String> payments, Map<String, RefundStep> refunds) {

    static final OrderMoney NONE = new OrderMoney(null, Set.of(), Map.of());

    enum RefundStep {
        REQUESTED,
        FAILED,
        COMPLETED
    }

    OrderMoney {
        payments = Set.copyOf(payments);
        refunds = Map.copyOf(refunds);
    }

    boolean knows(String paymentId) {
        return payments.contains(paymentId);
    }

    @Nullable RefundStep refund(String refundId) {
        return refunds.get(refundId);
    }

    OrderMoney evolve(OrderEvent event) {
        return switch (event) {
            case OrderPaid paid -> received(paid.paymentId(), paid.paymentId());
            case LatePaymentReceived late -> received(paidBy, late.paymentId());
            case RefundRequested refund -> refund(refund.refundId(), RefundStep.REQUESTED);
            case RefundCompleted refund -> refund(refund.refundId(), RefundStep.COMPLETED);
            case RefundFailed refund -> refund(refund.refundId(), RefundStep.FAILED);
            default -> this;
        };
    }

    private OrderMoney received(@Nullable String orderPaidBy, String paymentId) {
        var more = new HashSet<>(payments);
        more.add(paymentId);
        return new OrderMoney(orderPaidBy, more, refunds);
    }

    private OrderMoney refund(String refundId, RefundStep step) {
        var more = new HashMap<>(refunds);
        more.put(refundId, step);
        return new OrderMoney(paidBy, payments, more);
    }
}
