package dev.qingdan.command.wechat;

import java.time.Instant;

/**
 * Payments at WeChat, one {@code outTradeNo} for each attempt. All but {@link #parameters}, which
 * only signs, go over the network and may take seconds, so they stay outside of database
 * transactions.
 */
public interface WeChatPay {

    PrepayAnswer prepay(Prepay wish);

    PayParameters parameters(String prepayId);

    PaymentState query(String outTradeNo);

    CloseAnswer close(String outTradeNo);

    /**
     * {@code payUntil} can be set once only: another try after it needs another {@code outTradeNo}.
     */
    record Prepay(
            String outTradeNo, String description, long amount, String openid, Instant payUntil) {

        /** The openid is personal: it stays out of every log. */
        @Override
        public String toString() {
            return "Prepay[" + outTradeNo + ", " + amount + "]";
        }
    }
}
