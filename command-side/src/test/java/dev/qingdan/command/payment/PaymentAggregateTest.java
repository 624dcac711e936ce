package dev.qingdan.command.payment;

import dev.qingdan.command.payment.PaymentCommand.ClosePayment;
import dev.qingdan.command.payment.PaymentCommand.CompletePaymentRefund;
import dev.qingdan.command.payment.PaymentCommand.ConfirmPayment;
import dev.qingdan.command.payment.PaymentCommand.FailPaymentRefund;
import dev.qingdan.command.payment.PaymentCommand.RequestPayment;
import dev.qingdan.command.payment.PaymentCommand.RequestPaymentRefund;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.events.PaymentEvent.PaymentClosed;
import dev.qingdan.events.PaymentEvent.PaymentRefundFailed;
import dev.qingdan.events.PaymentEvent.PaymentRefundRequested;
import dev.qingdan.events.PaymentEvent.PaymentRefunded;
import dev.qingdan.events.PaymentEvent.PaymentRequested;
import dev.qingdan.events.PaymentEvent.PaymentSucceeded;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** That Axon brings each command to the payment; what it makes of it is in PaymentTest. */
class PaymentAggregateTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final PaymentRequested REQUESTED =
            new PaymentRequested("pay-1", "order-1", "pay1", 4_200, NOON);
    private static final PaymentSucceeded SUCCEEDED =
            new PaymentSucceeded("pay-1", "order-1", "42000", 4_200, NOON);
    private static final PaymentRefundRequested REFUND_REQUESTED =
            new PaymentRefundRequested("pay-1", "order-1", "refund-1", "refund1", 4_200);

    private final AggregateTestFixture<PaymentAggregate> fixture =
            new AggregateTestFixture<>(PaymentAggregate.class);

    @Test
    void requests() {
        fixture.givenNoPriorActivity()
                .when(new RequestPayment("pay-1", "order-1", 4_200, NOON))
                .expectEvents(REQUESTED);
    }

    @Test
    void confirms() {
        fixture.given(REQUESTED)
                .when(new ConfirmPayment("pay-1", "42000", 4_200, NOON))
                .expectEvents(SUCCEEDED);
    }

    @Test
    void closes() {
        fixture.given(REQUESTED)
                .when(new ClosePayment("pay-1", NOON))
                .expectEvents(new PaymentClosed("pay-1", "order-1", NOON));
    }

    @Test
    void refunds() {
        fixture.given(REQUESTED, SUCCEEDED)
                .when(new RequestPaymentRefund("pay-1", "refund-1", 4_200))
                .expectEvents(REFUND_REQUESTED);
        fixture.given(REQUESTED, SUCCEEDED, REFUND_REQUESTED)
                .when(new CompletePaymentRefund("pay-1", "refund-1", NOON))
                .expectEvents(new PaymentRefunded("pay-1", "order-1", "refund-1", 4_200, NOON));
        fixture.given(REQUESTED, SUCCEEDED, REFUND_REQUESTED)
                .when(new FailPaymentRefund("pay-1", "refund-1", "CLOSED", NOON))
                .expectEvents(
                        new PaymentRefundFailed("pay-1", "order-1", "refund-1", "CLOSED", NOON));
    }

    @Test
    void a_refusal_leaves_no_event() {
        fixture.given(REQUESTED)
                .when(new ConfirmPayment("pay-1", "42000", 1, NOON))
                .expectNoEvents()
                .expectException(CommandRefused.class);
    }
}
