package dev.qingdan.command.payment;

import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.payment.PaymentCommand.*;
import dev.qingdan.command.payment.PaymentRefusal.*;
import dev.qingdan.events.PaymentEvent;
import dev.qingdan.events.PaymentEvent.*;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final String ID = "0198c0ff-ee00-7000-8000-0123456789ab";
    private static final String REFUND = "0198c0ff-ee00-7000-8000-000000000001";
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-22T04:15:00Z");

    private static final PaymentRequested REQUESTED =
            new PaymentRequested(ID, "order-1", "0198c0ffee00700080000123456789ab", 4_200, LATER);
    private static final PaymentSucceeded SUCCEEDED =
            new PaymentSucceeded(ID, "order-1", "42000", 4_200, NOON);
    private static final PaymentClosed CLOSED = new PaymentClosed(ID, "order-1", LATER);
    private static final ConfirmPayment CONFIRM = new ConfirmPayment(ID, "42000", 4_200, NOON);
    private static final RequestPaymentRefund REFUND_ALL =
            new RequestPaymentRefund(ID, REFUND, 4_200);
    private static final PaymentRefundRequested REFUND_REQUESTED =
            new PaymentRefundRequested(
                    ID, "order-1", REFUND, "0198c0ffee0070008000000000000001", 4_200);
    private static final PaymentRefunded REFUNDED =
            new PaymentRefunded(ID, "order-1", REFUND, 4_200, LATER);
    private static final PaymentRefundFailed REFUND_FAILED =
            new PaymentRefundFailed(ID, "order-1", REFUND, "ABNORMAL", LATER);

    @Test
    void has_a_number_of_its_own_at_wechat() {
        assertThat(given().decide(new RequestPayment(ID, "order-1", 4_200, LATER)))
                .isEqualTo(accept(REQUESTED));
        assertThat(REQUESTED.outTradeNo()).hasSize(32).isNotEqualTo(REQUESTED.orderId());
    }

    @Test
    void is_requested_once() {
        assertThat(given(REQUESTED).decide(new RequestPayment(ID, "order-1", 4_200, LATER)))
                .isEqualTo(accept());
    }

    @Test
    void succeeds_once_however_often_wechat_says_so() {
        assertThat(given(REQUESTED).decide(CONFIRM)).isEqualTo(accept(SUCCEEDED));
        assertThat(given(REQUESTED, SUCCEEDED).decide(CONFIRM)).isEqualTo(accept());
    }

    @Test
    void takes_no_other_sum_than_was_asked_for() {
        assertThat(given(REQUESTED).decide(new ConfirmPayment(ID, "42000", 4_199, NOON)))
                .isEqualTo(refuse(new WrongAmount(4_200, 4_199)));
    }

    @Test
    void believes_that_wechat_has_money_for_a_closed_attempt() {
        assertThat(given(REQUESTED, CLOSED).decide(CONFIRM)).isEqualTo(accept(SUCCEEDED));
    }

    @Test
    void is_closed_once_and_only_while_it_is_open() {
        var close = new ClosePayment(ID, LATER);

        assertThat(given(REQUESTED).decide(close)).isEqualTo(accept(CLOSED));
        assertThat(given(REQUESTED, CLOSED).decide(close)).isEqualTo(accept());
        assertThat(given(REQUESTED, SUCCEEDED).decide(close)).isEqualTo(accept());
    }

    @Test
    void sends_money_back_under_one_number() {
        assertThat(given(REQUESTED, SUCCEEDED).decide(REFUND_ALL))
                .isEqualTo(accept(REFUND_REQUESTED));
        assertThat(given(REQUESTED, SUCCEEDED, REFUND_REQUESTED).decide(REFUND_ALL))
                .isEqualTo(accept());
    }

    @Test
    void sends_no_more_back_than_came() {
        var another = "0198c0ff-ee00-7000-8000-000000000002";

        assertThat(
                        given(REQUESTED, SUCCEEDED, REFUND_REQUESTED)
                                .decide(new RequestPaymentRefund(ID, another, 1)))
                .isEqualTo(refuse(new RefundTooLarge(0)));
        assertThat(given(REQUESTED).decide(REFUND_ALL)).isEqualTo(refuse(new NotPaidYet()));
    }

    @Test
    void a_refund_ends_once_and_well_or_badly() {
        var complete = new CompletePaymentRefund(ID, REFUND, LATER);
        var fail = new FailPaymentRefund(ID, REFUND, "ABNORMAL", LATER);
        var waiting = given(REQUESTED, SUCCEEDED, REFUND_REQUESTED);

        assertThat(waiting.decide(complete)).isEqualTo(accept(REFUNDED));
        assertThat(waiting.decide(fail)).isEqualTo(accept(REFUND_FAILED));
        assertThat(waiting.evolve(REFUNDED).decide(complete)).isEqualTo(accept());
        assertThat(waiting.evolve(REFUND_FAILED).decide(fail)).isEqualTo(accept());
    }

    @Test
    void a_refund_never_fails_after_it_was_completed() {
        var fail = new FailPaymentRefund(ID, REFUND, "ABNORMAL", LATER);

        assertThat(given(REQUESTED, SUCCEEDED, REFUND_REQUESTED, REFUNDED).decide(fail))
                .isEqualTo(accept());
    }

    @Test
    void a_refund_that_failed_may_still_be_completed_by_hand() {
        assertThat(
                        given(REQUESTED, SUCCEEDED, REFUND_REQUESTED, REFUND_FAILED)
                                .decide(new CompletePaymentRefund(ID, REFUND, LATER)))
                .isEqualTo(accept(REFUNDED));
    }

    @Test
    void nothing_is_known_of_a_payment_or_refund_that_was_never_requested() {
        assertThat(given().decide(CONFIRM)).isEqualTo(refuse(new PaymentNotFound()));
        assertThat(given(REQUESTED).decide(new CompletePaymentRefund(ID, REFUND, LATER)))
                .isEqualTo(refuse(new RefundNotFound()));
    }

    private static Payment given(PaymentEvent... events) {
        var payment = Payment.NO_PAYMENT;
        for (var event : events) {
            payment = payment.evolve(event);
        }
        return payment;
    }
}
