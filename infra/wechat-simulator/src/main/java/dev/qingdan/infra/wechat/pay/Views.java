package dev.qingdan.infra.wechat.pay;

import static dev.qingdan.infra.wechat.pay.PrepayRequest.Payer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payments and refunds in the words of WeChat's answers and notifications. */
final class Views {

    private static final String CURRENCY = "CNY";

    private Views() {}

    record Transaction(
            String appid,
            String mchid,
            String outTradeNo,
            @Nullable String transactionId,
            @Nullable String tradeType,
            Payment.State tradeState,
            String tradeStateDesc,
            @Nullable String bankType,
            @Nullable String attach,
            @Nullable String successTime,
            Payer payer,
            Map<String, Object> amount) {}

    static Transaction transaction(Payment payment) {
        var request = payment.request();
        var total = request.amount().total();
        return new Transaction(
                request.appid(),
                request.mchid(),
                request.outTradeNo(),
                payment.transactionId(),
                payment.isPaid() ? "JSAPI" : null,
                payment.state(),
                describe(payment.state()),
                payment.isPaid() ? "OTHERS" : null,
                request.attach(),
                WeChatTime.write(payment.paidAt()),
                request.payer(),
                payment.isPaid()
                        ? Map.of(
                                "total", total,
                                "payer_total", total,
                                "currency", CURRENCY,
                                "payer_currency", CURRENCY)
                        : Map.of("total", total, "currency", CURRENCY));
    }

    private static String describe(Payment.State state) {
        return switch (state) {
            case NOTPAY -> "订单未支付";
            case SUCCESS -> "支付成功";
            case REFUND -> "转入退款";
            case CLOSED -> "订单已关闭";
        };
    }

    record RefundView(
            String refundId,
            String outRefundNo,
            String transactionId,
            String outTradeNo,
            String channel,
            String userReceivedAccount,
            @Nullable String successTime,
            @Nullable String createTime,
            Refund.State status,
            String fundsAccount,
            Map<String, Object> amount) {}

    static RefundView refund(Refund refund) {
        var asked = refund.request().amount();
        return new RefundView(
                refund.refundId(),
                refund.outRefundNo(),
                refund.transactionId(),
                refund.outTradeNo(),
                "ORIGINAL",
                "支付用户零钱",
                WeChatTime.write(refund.completedAt()),
                WeChatTime.write(refund.createdAt()),
                refund.state(),
                "AVAILABLE",
                Map.of(
                        "total", asked.total(),
                        "refund", asked.refund(),
                        "payer_total", asked.total(),
                        "payer_refund", asked.refund(),
                        "settlement_refund", asked.refund(),
                        "settlement_total", asked.total(),
                        "discount_refund", 0,
                        "currency", CURRENCY));
    }

    record RefundNotice(
            String mchid,
            String transactionId,
            String outTradeNo,
            String refundId,
            String outRefundNo,
            Refund.State refundStatus,
            @Nullable String successTime,
            String userReceivedAccount,
            Map<String, Object> amount) {}

    static RefundNotice refundNotice(String mchId, Refund refund) {
        var asked = refund.request().amount();
        return new RefundNotice(
                mchId,
                refund.transactionId(),
                refund.outTradeNo(),
                refund.refundId(),
                refund.outRefundNo(),
                refund.state(),
                WeChatTime.write(refund.completedAt()),
                "支付用户零钱",
                Map.of(
                        "total", asked.total(),
                        "refund", asked.refund(),
                        "payer_total", asked.total(),
                        "payer_refund", asked.refund()));
    }
}
