package dev.qingdan.infra.wechat.pay;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One out_refund_no; WeChat accepts it first and pays it out a moment later. */
public record Refund(
        String refundId,
        String outTradeNo,
        String transactionId,
        RefundRequest request,
        State state,
        Instant createdAt,
        @Nullable Instant completedAt) {

    public enum State {
        PROCESSING,
        SUCCESS,
        CLOSED,
        ABNORMAL
    }

    static Refund of(Payment paid, String refundId, RefundRequest request, Instant now) {
        return new Refund(
                refundId,
                paid.outTradeNo(),
                requireNonNull(paid.transactionId(), "only what was paid can be refunded"),
                request,
                State.PROCESSING,
                now,
                null);
    }

    Refund completed(State state, Instant now) {
        return new Refund(refundId, outTradeNo, transactionId, request, state, createdAt, now);
    }

    String outRefundNo() {
        return request.outRefundNo();
    }
}
