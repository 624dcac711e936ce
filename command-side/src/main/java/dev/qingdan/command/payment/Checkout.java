package dev.qingdan.command.payment;

import dev.qingdan.command.member.Members;
import dev.qingdan.command.order.Orders;
import dev.qingdan.command.payment.PaymentAttempts.Attempt;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.wechat.PayParameters;
import dev.qingdan.command.wechat.PrepayAnswer;
import dev.qingdan.command.wechat.Unavailable;
import dev.qingdan.command.wechat.WeChatPay;
import dev.qingdan.command.wechat.WeChatPay.Prepay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a member's mini-program what it needs to have an order paid. */
@Component
class Checkout {

    private static final Logger log = LoggerFactory.getLogger(Checkout.class);

    /**
     * WeChat wants at least a minute; we close the attempt ourselves when the order's time is up.
     */
    private static final Duration LONGER_AT_WECHAT = Duration.ofMinutes(1);

    private static final int MOST_ATTEMPTS = 2;

    private final Orders orders;
    private final Payments payments;
    private final PaymentAttempts attempts;
    private final PaymentDesk desk;
    private final Members members;
    private final WeChatPay wechat;

    Checkout(
            Orders orders,
            Payments payments,
            PaymentAttempts attempts,
            PaymentDesk desk,
            Members members,
            WeChatPay wechat) {
        this.orders = orders;
        this.payments = payments;
        this.attempts = attempts;
        this.desk = desk;
        this.members = members;
        this.wechat = wechat;
    }

    private record Begun(Orders.Payable order, Attempt attempt) {}

    /** The same attempt each time it is asked, as long as WeChat takes money for it. */
    PayParameters pay(String orderId, String memberId, Steps steps) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            var begun = steps.inUnitOfWork(() -> begin(orderId, memberId));
            switch (prepay(begun)) {
                case PrepayAnswer.Prepared(var prepayId) -> {
                    return steps.inUnitOfWork(() -> show(begun, prepayId));
                }
                case PrepayAnswer.AlreadyPaid _ -> desk.check(begun.attempt(), steps);
                case PrepayAnswer.AlreadyClosed _ ->
                        PaymentDesk.done(steps, () -> payments.close(begun.attempt()));
                case PrepayAnswer.Refused(var code) -> {
                    log.error("WeChat refuses to prepare {}: {}", begun.attempt(), code);
                    throw new CommandRefused(WeChatRefusal.AWAY);
                }
                case Unavailable _ -> throw new CommandRefused(WeChatRefusal.AWAY);
            }
        }
        throw new CommandRefused(WeChatRefusal.BEING_PAID);
    }

    private Begun begin(String orderId, String memberId) {
        var order = orders.payable(orderId, memberId);
        return new Begun(order, payments.openFor(order));
    }

    private PrepayAnswer prepay(Begun begun) {
        var known = begun.attempt().prepayId();
        return known != null
                ? new PrepayAnswer.Prepared(known)
                : wechat.prepay(
                        new Prepay(
                                begun.attempt().outTradeNo(),
                                "轻单 " + begun.order().number(),
                                begun.order().amount(),
                                openidOf(begun.order().memberId()),
                                begun.order().payBefore().plus(LONGER_AT_WECHAT)));
    }

    private String openidOf(String memberId) {
        return members.openidOf(memberId)
                .orElseThrow(() -> new CommandRefused(new PaymentRefusal.PayerUnknown()));
    }

    /** Refuses where the order ended, or was paid, while WeChat prepared. */
    private PayParameters show(Begun begun, String prepayId) {
        orders.payable(begun.order().orderId(), begun.order().memberId());
        if (!attempts.prepared(begun.attempt().paymentId(), prepayId)) {
            throw new CommandRefused(WeChatRefusal.BEING_PAID);
        }
        return wechat.parameters(prepayId);
    }
}
