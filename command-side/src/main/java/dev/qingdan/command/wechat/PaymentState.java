package dev.qingdan.command.wechat;

import java.time.Instant;

/** What WeChat knows of one payment attempt. */
public sealed interface PaymentState
        permits PaymentState.Paid,
                PaymentState.Unpaid,
                PaymentState.Closed,
                PaymentState.Unknown,
                Unavailable {

    /** {@code amount} is the order's price at WeChat in fen, before any coupon of the bank. */
    record Paid(String outTradeNo, String transactionId, long amount, Instant paidAt)
            implements PaymentState {}

    /** Nobody has paid yet, or is just typing the password, or a first try failed. */
    record Unpaid() implements PaymentState {}

    record Closed() implements PaymentState {}

    /** WeChat never heard of this number. */
    record Unknown() implements PaymentState {}
}
