package dev.qingdan.command.payment;

import dev.qingdan.command.order.Orders;
import dev.qingdan.command.payment.PaymentCommand.CompletePaymentRefund;
import dev.qingdan.command.payment.PaymentCommand.FailPaymentRefund;
import dev.qingdan.command.platform.store.Streams;
import dev.qingdan.command.wechat.RefundState;
import dev.qingdan.command.wechat.Unavailable;
import dev.qingdan.command.wechat.WeChatRefunds.Refund;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.PaymentEvent;
import dev.qingdan.events.PaymentEvent.PaymentRefundFailed;
import dev.qingdan.events.PaymentEvent.PaymentRefunded;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What becomes of money that goes back, in one unit of work with what the order makes of it. */
@Component
class Refunds {

    private final Orders orders;
    private final Payments payments;
    private final Streams streams;
    private final Clock clock;

    Refunds(Orders orders, Payments payments, Streams streams, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.streams = streams;
        this.clock = clock;
    }

    /** What to ask WeChat for, unless the refund has ended. */
    Optional<Refund> outstanding(String paymentId, String refundId) {
        var payment = payment(paymentId);
        return Optional.ofNullable(payment.refund(refundId))
                .filter(refund -> refund.status() == Payment.RefundStatus.REQUESTED)
                .map(refund ->
                        new Refund(
                                WeChatNumber.of(paymentId),
                                WeChatNumber.of(refundId),
                                refund.amount(),
                                payment.amount()));
    }

    private Payment payment(String paymentId) {
        var payment = Payment.NO_PAYMENT;
        var events = streams.of(AggregateType.PAYMENT, List.of(paymentId));
        for (var event : events.getOrDefault(paymentId, List.of())) {
            payment = payment.evolve((PaymentEvent) event);
        }
        return payment;
    }

    /** Whether the refund has ended, well or badly. */
    boolean record(String outTradeNo, String outRefundNo, RefundState state) {
        var attempt = payments.require(outTradeNo);
        orders.hold(attempt.orderId());
        var id = attempt.paymentId();
        var refundId = WeChatNumber.toId(outRefundNo);
        return switch (state) {
            case RefundState.Succeeded(var at) -> run(new CompletePaymentRefund(id, refundId, at));
            case RefundState.Failed(var reason) ->
                    run(new FailPaymentRefund(id, refundId, reason, clock.instant()));
            case RefundState.Processing _, RefundState.Unknown _, Unavailable _ -> false;
        };
    }

    private boolean run(PaymentCommand command) {
        payments.run(command).forEach(this::tellOrder);
        return true;
    }

    private void tellOrder(PaymentEvent event) {
        switch (event) {
            case PaymentRefunded refund ->
                    orders.completeRefund(
                            refund.orderId(),
                            refund.refundId(),
                            refund.amount(),
                            refund.refundedAt());
            case PaymentRefundFailed refund ->
                    orders.failRefund(refund.orderId(), refund.refundId(), refund.reason());
            default -> {}
        }
    }
}
