package dev.qingdan.infra.wechat.control;

import dev.qingdan.infra.wechat.pay.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record PaymentSeen(
        String outTradeNo,
        String prepayId,
        @Nullable String transactionId,
        int total,
        String openid,
        String description,
        Payment.State tradeState,
        Instant createdAt,
        @Nullable Instant paidAt) {

    static PaymentSeen of(Payment payment) {
        var request = payment.request();
        return new PaymentSeen(
                request.outTradeNo(),
                payment.prepayId(),
                payment.transactionId(),
                request.amount().total(),
                request.payer().openid(),
                request.description(),
                payment.state(),
                payment.createdAt(),
                payment.paidAt());
    }
}
