package dev.qingdan.command.payment;

import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.timers.Timer;
import dev.qingdan.command.wechat.RefundState;
import dev.qingdan.command.wechat.WeChatRefunds;
import dev.qingdan.command.wechat.WeChatRefunds.Refund;
import org.springframework.stereotype.Component;

/**
 * Has WeChat send money back, and asks until it is there. The number is the same however often it
 * is asked, so a repetition after a crash or a lost answer refunds nothing twice.
 */
@Component
class RefundErrand implements Timer {

    static final String NAME = "refund";

    private final WeChatRefunds wechat;
    private final Refunds refunds;

    RefundErrand(WeChatRefunds wechat, Refunds refunds) {
        this.wechat = wechat;
        this.refunds = refunds;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The id names a refund of a payment: {@code paymentId/refundId}. */
    static String id(String paymentId, String refundId) {
        return paymentId + "/" + refundId;
    }

    @Override
    public Outcome ring(String id, Steps steps) {
        var slash = id.indexOf('/');
        var wish = refunds.outstanding(id.substring(0, slash), id.substring(slash + 1));
        return wish.isEmpty() || settle(wish.get(), steps) ? Outcome.DONE : Outcome.AGAIN;
    }

    private boolean settle(Refund wish, Steps steps) {
        var known = wechat.query(wish.outRefundNo());
        var state = known instanceof RefundState.Unknown ? wechat.refund(wish) : known;
        return steps.inUnitOfWork(
                () -> refunds.record(wish.outTradeNo(), wish.outRefundNo(), state));
    }
}
