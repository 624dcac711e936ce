package dev.qingdan.infra.wechat.pay;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What the merchant asks for in POST /v3/refund/domestic/refunds. */
public record RefundRequest(
        @Nullable String transactionId,
        @Nullable String outTradeNo,
        String outRefundNo,
        @Nullable String reason,
        @Nullable String notifyUrl,
        Amount amount) {

    public RefundRequest {
        if (transactionId == null) {
            requireNonNull(outTradeNo, "out_trade_no or transaction_id");
        }
        if (!outRefundNo.matches("[\\w|*@-]{1,64}") || amount.refund < 1) {
            throw new IllegalArgumentException("out_refund_no or amount.refund");
        }
    }

    public record Amount(int refund, int total, String currency) {}
}
