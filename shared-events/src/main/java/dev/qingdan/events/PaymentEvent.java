package dev.qingdan.events;

import java.time.Instant;

/** One attempt to pay an order through WeChat, and the money that went back from it. */
public sealed interface PaymentEvent extends DomainEvent {

    String paymentId();

    String orderId();

    @Override
    default String aggregateId() {
        return paymentId();
    }

    /** The attempt is known to us from here on, before WeChat hears of it. */
    record PaymentRequested(
            String paymentId, String orderId, String outTradeNo, long amount, Instant payBefore)
            implements PaymentEvent {}

    /** WeChat has the money; {@code transactionId} is WeChat's own number. */
    record PaymentSucceeded(
            String paymentId, String orderId, String transactionId, long amount, Instant paidAt)
            implements PaymentEvent {}

    /** WeChat will take no more money for this attempt. */
    record PaymentClosed(String paymentId, String orderId, Instant closedAt)
            implements PaymentEvent {}

    /** WeChat is to send {@code amount} fen back, under this number however often it is asked. */
    record PaymentRefundRequested(
            String paymentId, String orderId, String refundId, String outRefundNo, long amount)
            implements PaymentEvent {}

    /** The payer has the money back. */
    record PaymentRefunded(
            String paymentId, String orderId, String refundId, long amount, Instant refundedAt)
            implements PaymentEvent {}

    /** WeChat answered with a final no; {@code reason} is WeChat's status or error code. */
    record PaymentRefundFailed(
            String paymentId, String orderId, String refundId, String reason, Instant failedAt)
            implements PaymentEvent {}
}
