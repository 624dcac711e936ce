package dev.qingdan.command.payment;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of one payment attempt; moments and new ids come in with the command. */
sealed interface PaymentCommand {

    String paymentId();

    @TargetAggregateIdentifier
    default String stream() {
        return new StreamId(AggregateType.PAYMENT, paymentId()).toString();
    }

    record RequestPayment(String paymentId, String orderId, long amount, Instant payBefore)
            implements PaymentCommand {}

    /** WeChat says that it has the money. */
    record ConfirmPayment(String paymentId, String transactionId, long amount, Instant paidAt)
            implements PaymentCommand {}

    /** WeChat says that it will take no more money for this attempt. */
    record ClosePayment(String paymentId, Instant now) implements PaymentCommand {}

    record RequestPaymentRefund(String paymentId, String refundId, long amount)
            implements PaymentCommand {}

    record CompletePaymentRefund(String paymentId, String refundId, Instant refundedAt)
            implements PaymentCommand {}

    record FailPaymentRefund(String paymentId, String refundId, String reason, Instant now)
            implements PaymentCommand {}
}
