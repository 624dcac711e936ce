package dev.qingdan.infra.wechat.control;

import dev.qingdan.infra.wechat.pay.Refund;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record RefundSeen(
        String outRefundNo,
        String refundId,
        String outTradeNo,
        int refund,
        int total,
        @Nullable String reason,
        Refund.State status,
        Instant createdAt,
        @Nullable Instant completedAt) {

    static RefundSeen of(Refund refund) {
        var request = refund.request();
        return new RefundSeen(
                request.outRefundNo(),
                refund.refundId(),
                refund.outTradeNo(),
                request.amount().refund(),
                request.amount().total(),
                request.reason(),
                refund.state(),
                refund.createdAt(),
                refund.completedAt());
    }
}
