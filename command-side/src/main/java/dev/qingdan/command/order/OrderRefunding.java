package dev.qingdan.command.order;

import dev.qingdan.command.order.OrderCommand.ApproveRefund;
import dev.qingdan.command.order.OrderCommand.AskRefund;
import dev.qingdan.command.order.OrderCommand.RejectRefund;
import dev.qingdan.command.order.OrderRefusal.RefundNotFound;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Members ask for money back, and the shop's people say yes or no. */
@Component
class OrderRefunding {

    private final Orders orders;
    private final PaymentGate payments;
    private final OrderHoldings holdings;
    private final RefundRequests requests;
    private final Ids ids;
    private final Clock clock;

    OrderRefunding(
            Orders orders,
            PaymentGate payments,
            OrderHoldings holdings,
            RefundRequests requests,
            Ids ids,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.holdings = holdings;
        this.requests = requests;
        this.ids = ids;
        this.clock = clock;
    }

    String ask(String orderId, String memberId, RefundForm form) {
        orders.holdOf(orderId, memberId);
        var refundId = ids.generateIdentifier();
        orders.run(new AskRefund(orderId, refundId, form.pieces(), clock.instant()));
        requests.keep(refundId, orderId, memberId, form.reason());
        return refundId;
    }

    /** What the shop had not yet taken from the shelf for these pieces, it need not take. */
    void approve(String refundId) {
        var orderId = orderOf(refundId);
        var before = orders.holdOf(orderId);
        var events = orders.run(new ApproveRefund(orderId, refundId, clock.instant()));
        Orders.refundIn(events).ifPresent(payments::requestRefund);
        holdings.free(before, orders.holdOf(orderId));
    }

    void reject(String refundId, String reason) {
        var orderId = orderOf(refundId);
        orders.run(new RejectRefund(orderId, refundId, clock.instant()));
        requests.keepRejection(refundId, orders.holdOf(orderId).memberId(), reason);
    }

    private String orderOf(String refundId) {
        return requests.orderOf(refundId)
                .orElseThrow(() -> new CommandRefused(new RefundNotFound()));
    }
}
