package dev.qingdan.infra.wechat.pay;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the merchant asks for in POST /v3/pay/transactions/jsapi. */
public record PrepayRequest(
        String appid,
        String mchid,
        String description,
        String outTradeNo,
        String notifyUrl,
        Amount amount,
        Payer payer,
        @Nullable OffsetDateTime timeExpire,
        @Nullable String attach) {

    public PrepayRequest {
        requireNonNull(appid, "appid");
        requireNonNull(mchid, "mchid");
        check(description.length() <= 127 && !description.isBlank(), "description");
        check(outTradeNo.matches("[\\w|*-]{6,32}"), "out_trade_no");
        check(notifyUrl.matches("https?://[^?]+"), "notify_url");
        check(amount.total >= 1, "amount.total");
        requireNonNull(payer.openid, "payer.openid");
    }

    private static void check(boolean holds, String field) {
        if (!holds) {
            throw new IllegalArgumentException(field);
        }
    }

    public record Amount(int total, @Nullable String currency) {}

    public record Payer(String openid) {}
}
