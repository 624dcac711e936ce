package dev.qingdan.command.payment;

import dev.qingdan.command.order.Orders;
import dev.qingdan.command.payment.PaymentAttempts.Attempt;
import dev.qingdan.command.payment.PaymentCommand.ClosePayment;
import dev.qingdan.command.payment.PaymentCommand.ConfirmPayment;
import dev.qingdan.command.payment.PaymentCommand.RequestPayment;
import dev.qingdan.command.payment.PaymentCommand.RequestPaymentRefund;
import dev.qingdan.command.payment.PaymentRefusal.PaymentNotFound;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.wechat.PaymentState.Paid;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.PaymentEvent;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** The payment's part of a unit of work, together with what the order makes of it. */
@Component
class Payments {

    private final Orders orders;
    private final PaymentAttempts attempts;
    private final CommandGateway gateway;
    private final Ids ids;
    private final Clock clock;

    Payments(
            Orders orders, PaymentAttempts attempts, CommandGateway gateway, Ids ids, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.gateway = gateway;
        this.ids = ids;
        this.clock = clock;
    }

    /** The order's open attempt, or a new one under a number that WeChat has never seen. */
    Attempt openFor(Orders.Payable order) {
        return attempts.openOf(order.orderId()).orElseGet(() -> request(order));
    }

    private Attempt request(Orders.Payable order) {
        var paymentId = ids.generateIdentifier();
        run(new RequestPayment(paymentId, order.orderId(), order.amount(), order.payBefore()));
        attempts.begin(paymentId, order.orderId());
        return new Attempt(paymentId, order.orderId(), null, true);
    }

    /** WeChat has the money, so the order has it too, or sends it back. */
    void confirm(Paid paid) {
        var attempt = require(paid.outTradeNo());
        orders.hold(attempt.orderId());
        var id = attempt.paymentId();
        var confirm = new ConfirmPayment(id, paid.transactionId(), paid.amount(), paid.paidAt());
        if (run(confirm).isEmpty()) {
            return;
        }
        attempts.end(id);
        orders.recordPayment(attempt.orderId(), id, paid.amount(), paid.paidAt())
                .ifPresent(this::requestRefund);
    }

    /** WeChat will take no more money for this attempt. */
    void close(Attempt attempt) {
        orders.hold(attempt.orderId());
        run(new ClosePayment(attempt.paymentId(), clock.instant()));
        attempts.end(attempt.paymentId());
    }

    /**
     * WeChat had not heard of this attempt. Unless it has by now, nobody can pay it: what WeChat
     * may still answer to a request on its way is shown to nobody once the attempt is closed.
     */
    void closeUnlessPrepared(Attempt attempt) {
        orders.hold(attempt.orderId());
        if (require(attempt.outTradeNo()).prepayId() != null) {
            throw new CommandRefused(WeChatRefusal.BEING_PAID);
        }
        close(attempt);
    }

    void requestRefund(RefundRequested refund) {
        run(new RequestPaymentRefund(refund.paymentId(), refund.refundId(), refund.amount()));
    }

    Attempt require(String outTradeNo) {
        return attempts.find(WeChatNumber.toId(outTradeNo))
                .orElseThrow(() -> new CommandRefused(new PaymentNotFound()));
    }

    List<PaymentEvent> run(PaymentCommand command) {
        return gateway.sendAndWait(command);
    }
}
