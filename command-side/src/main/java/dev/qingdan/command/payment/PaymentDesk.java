package dev.qingdan.command.payment;

import dev.qingdan.command.order.PaymentGate;
import dev.qingdan.command.payment.PaymentAttempts.Attempt;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.wechat.CloseAnswer;
import dev.qingdan.command.wechat.PaymentState;
import dev.qingdan.command.wechat.Unavailable;
import dev.qingdan.command.wechat.WeChatPay;
import dev.qingdan.events.OrderEvent.RefundRequested;
import org.springframework.stereotype.Component;

/** Talks with WeChat about an order's open attempt, and has what it says recorded. */
@Component
class PaymentDesk implements PaymentGate {

    private final WeChatPay wechat;
    private final Payments payments;
    private final PaymentAttempts attempts;

    PaymentDesk(WeChatPay wechat, Payments payments, PaymentAttempts attempts) {
        this.wechat = wechat;
        this.payments = payments;
        this.attempts = attempts;
    }

    /** Asks how the attempt stands, and whether that settled it. */
    boolean check(Attempt attempt, Steps steps) {
        return switch (wechat.query(attempt.outTradeNo())) {
            case PaymentState.Paid paid -> done(steps, () -> payments.confirm(paid));
            case PaymentState.Closed _ -> done(steps, () -> payments.close(attempt));
            case PaymentState.Unpaid _, PaymentState.Unknown _ -> false;
            case Unavailable _ -> throw new CommandRefused(WeChatRefusal.AWAY);
        };
    }

    @Override
    public void close(String orderId, Steps steps) {
        attempts.openOf(orderId).ifPresent(attempt -> close(attempt, steps));
    }

    private void close(Attempt attempt, Steps steps) {
        var settled =
                switch (wechat.close(attempt.outTradeNo())) {
                    case CloseAnswer.Closed _ -> done(steps, () -> payments.close(attempt));
                    case CloseAnswer.Unknown _ ->
                            done(steps, () -> payments.closeUnlessPrepared(attempt));
                    case CloseAnswer.AlreadyPaid _ -> check(attempt, steps);
                    case CloseAnswer.BeingPaid _ -> false;
                    case Unavailable _ -> throw new CommandRefused(WeChatRefusal.AWAY);
                };
        if (!settled) {
            throw new CommandRefused(WeChatRefusal.BEING_PAID);
        }
    }

    @Override
    public boolean isOpen(String orderId) {
        return attempts.openOf(orderId).isPresent();
    }

    @Override
    public void requireNotOpen(String orderId) {
        attempts.requireNoneOpen(orderId);
    }

    @Override
    public void requestRefund(RefundRequested refund) {
        payments.requestRefund(refund);
    }

    static boolean done(Steps steps, Runnable work) {
        return steps.inUnitOfWork(() -> {
            work.run();
            return true;
        });
    }
}
