package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderSamples.*;
import static dev.qingdan.command.order.OrderStatus.*;
import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.order.OrderCommand.*;
import dev.qingdan.command.order.OrderRefusal.*;
import dev.qingdan.events.OrderEvent.*;
import dev.qingdan.events.OrderLine;
import dev.qingdan.events.RefundFailure;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Nested
    class Placing {

        @Test
        void comes_to_the_sum_of_its_lines() {
            assertThat(given().decide(PLACE)).isEqualTo(accept(PLACED));
            assertThat(PLACED.payable()).isEqualTo(2 * 1_800 + 600);
        }

        @Test
        void happens_once() {
            assertThat(given(PLACED).decide(PLACE)).isEqualTo(accept());
        }

        @Test
        void is_refused_above_what_wechat_can_take() {
            var lines = List.of(OrderLine.of("gold", "Gold", 500_000_001, 2));
            var place =
                    new PlaceOrder(
                            "order-1", "li", "shop-1", "1122-0042", lines, 0, null, NOON, LATER);

            assertThat(given().decide(place)).isEqualTo(refuse(new TotalTooLarge(1_000_000_000)));
        }
    }

    @Nested
    class Paying {

        private final RecordPayment payment =
                new RecordPayment("order-1", "pay-1", 4_200, NOON, "refund-1", LATER);

        @Test
        void makes_an_unpaid_order_paid() {
            assertThat(given(PLACED).decide(payment)).isEqualTo(accept(PAID_BY_1));
            assertThat(given(PLACED, PAID_BY_1).status()).isEqualTo(PAID);
        }

        @Test
        void counts_a_payment_once() {
            assertThat(given(PLACED, PAID_BY_1).decide(payment)).isEqualTo(accept());
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED).decide(payment)).isEqualTo(accept());
            assertThat(given(PLACED, EXPIRED_LATER, LATE_1, REFUND_OF_LATE_1).decide(payment))
                    .isEqualTo(accept());
        }

        @Test
        void gives_money_back_that_came_after_the_order_had_expired() {
            assertThat(given(PLACED, EXPIRED_LATER).decide(payment))
                    .isEqualTo(accept(LATE_1, REFUND_OF_LATE_1));
        }

        @Test
        void gives_money_back_that_came_after_the_order_was_cancelled() {
            assertThat(given(PLACED, CANCELLED_BY_MEMBER).decide(payment))
                    .isEqualTo(accept(LATE_1, REFUND_OF_LATE_1));
        }

        @Test
        void gives_the_second_payment_of_a_paid_order_back_and_keeps_the_first() {
            var second = new RecordPayment("order-1", "pay-2", 4_200, NOON, "refund-2", LATER);
            var late = new LatePaymentReceived("order-1", "pay-2", 4_200, NOON);
            var back = refundOf("refund-2", "pay-2", RefundCause.LATE_PAYMENT);

            assertThat(given(PLACED, PAID_BY_1).decide(second)).isEqualTo(accept(late, back));
            assertThat(given(PLACED, PAID_BY_1, late, back).status()).isEqualTo(PAID);
            assertThat(given(PLACED, PAID_BY_1, late, back).decide(cancel("refund-3")))
                    .isEqualTo(
                            accept(
                                    CANCELLED_BY_MEMBER,
                                    refundOf("refund-3", "pay-1", RefundCause.CANCELLATION)));
        }

        @Test
        void is_possible_before_the_deadline_only() {
            assertThat(given(PLACED).isPayableAt(NOON)).isTrue();
            assertThat(given(PLACED).isPayableAt(LATER)).isFalse();
            assertThat(given(PLACED, PAID_BY_1).isPayableAt(NOON)).isFalse();
        }
    }

    @Nested
    class Expiring {

        private final ExpireOrder expire = new ExpireOrder("order-1", LATER);

        @Test
        void ends_an_order_that_nobody_paid() {
            assertThat(given(PLACED).decide(expire)).isEqualTo(accept(EXPIRED_LATER));
        }

        @Test
        void is_refused_while_the_order_can_be_paid() {
            assertThat(given(PLACED).decide(new ExpireOrder("order-1", NOON)))
                    .isEqualTo(refuse(new StillPayable(LATER)));
        }

        @Test
        void leaves_an_order_alone_that_was_paid_or_has_ended() {
            assertThat(given(PLACED, PAID_BY_1).decide(expire)).isEqualTo(accept());
            assertThat(given(PLACED, CANCELLED_BY_MEMBER).decide(expire)).isEqualTo(accept());
            assertThat(given(PLACED, EXPIRED_LATER).decide(expire)).isEqualTo(accept());
        }
    }

    @Nested
    class Cancelling {

        @Test
        void ends_an_unpaid_order() {
            assertThat(given(PLACED).decide(cancel("refund-1")))
                    .isEqualTo(accept(CANCELLED_BY_MEMBER));
        }

        @Test
        void gives_a_paid_order_its_money_back_in_full() {
            assertThat(given(PLACED, PAID_BY_1).decide(cancel("refund-1")))
                    .isEqualTo(
                            accept(
                                    CANCELLED_BY_MEMBER,
                                    refundOf("refund-1", "pay-1", RefundCause.CANCELLATION)));
        }

        @Test
        void happens_once() {
            assertThat(given(PLACED, CANCELLED_BY_MEMBER).decide(cancel("refund-2")))
                    .isEqualTo(accept());
        }

        @Test
        void is_refused_once_the_shop_has_accepted_the_order_or_it_has_expired() {
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED).decide(cancel("refund-1")))
                    .isEqualTo(refuse(new TooLateToCancel(PREPARING)));
            assertThat(given(PLACED, EXPIRED_LATER).decide(cancel("refund-1")))
                    .isEqualTo(refuse(new TooLateToCancel(EXPIRED)));
        }
    }

    @Nested
    class Serving {

        private final AcceptOrder accept = new AcceptOrder("order-1", LATER);
        private final MakeReady makeReady = new MakeReady("order-1", "4711", LATER);
        private final HandOver handOver = new HandOver("order-1", "4711", LATER);

        @Test
        void goes_from_paid_to_completed_step_by_step() {
            assertThat(given(PLACED, PAID_BY_1).decide(accept)).isEqualTo(accept(ACCEPTED));
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED).decide(makeReady))
                    .isEqualTo(accept(MADE_READY));
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED, MADE_READY).decide(handOver))
                    .isEqualTo(accept(HANDED_OVER));
        }

        @Test
        void takes_each_step_once() {
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED).decide(accept)).isEqualTo(accept());
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED, MADE_READY).decide(makeReady))
                    .isEqualTo(accept());
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED, MADE_READY, HANDED_OVER).decide(handOver))
                    .isEqualTo(accept());
        }

        @Test
        void skips_no_step() {
            assertThat(given(PLACED).decide(accept))
                    .isEqualTo(refuse(new NotPaid(AWAITING_PAYMENT)));
            assertThat(given(PLACED, PAID_BY_1).decide(makeReady))
                    .isEqualTo(refuse(new NotInPreparation(PAID)));
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED).decide(handOver))
                    .isEqualTo(refuse(new NotReady(PREPARING)));
        }

        @Test
        void hands_over_to_the_holder_of_the_code_only() {
            assertThat(
                            given(PLACED, PAID_BY_1, ACCEPTED, MADE_READY)
                                    .decide(new HandOver("order-1", "0815", LATER)))
                    .isEqualTo(refuse(new WrongPickupCode()));
        }
    }

    @Nested
    class Refunding {

        private final CompleteRefund complete =
                new CompleteRefund("order-1", "refund-1", 4_200, LATER);
        private final FailRefund fail = new FailRefund("order-1", "refund-1", "ABNORMAL", LATER);
        private final RefundCompleted completed =
                new RefundCompleted("order-1", "refund-1", 4_200, LATER);
        private final RefundGivenUp failed =
                new RefundGivenUp("order-1", "refund-1", RefundFailure.of("ABNORMAL"), LATER);
        private final Order waiting =
                given(
                        PLACED,
                        PAID_BY_1,
                        CANCELLED_BY_MEMBER,
                        refundOf("refund-1", "pay-1", RefundCause.CANCELLATION));

        @Test
        void ends_once_and_well_or_badly() {
            assertThat(waiting.decide(complete)).isEqualTo(accept(completed));
            assertThat(waiting.decide(fail)).isEqualTo(accept(failed));
            assertThat(waiting.evolve(completed).decide(complete)).isEqualTo(accept());
            assertThat(waiting.evolve(failed).decide(fail)).isEqualTo(accept());
        }

        @Test
        void never_fails_after_it_was_completed() {
            assertThat(waiting.evolve(completed).decide(fail)).isEqualTo(accept());
        }

        @Test
        void may_still_be_completed_by_hand_after_it_failed() {
            assertThat(waiting.evolve(failed).decide(complete)).isEqualTo(accept(completed));
        }

        @Test
        void is_known_to_its_order_only() {
            assertThat(given(PLACED, PAID_BY_1).decide(complete))
                    .isEqualTo(refuse(new RefundNotFound()));
        }
    }

    @Test
    void an_order_that_was_never_placed_is_not_found() {
        assertThat(given().decide(cancel("refund-1"))).isEqualTo(refuse(new OrderNotFound()));
        assertThat(given().decide(new ExpireOrder("order-1", LATER)))
                .isEqualTo(refuse(new OrderNotFound()));
    }

    @Test
    void an_order_belongs_to_one_member() {
        assertThat(given(PLACED).belongsTo("li")).isTrue();
        assertThat(given(PLACED).belongsTo("wang")).isFalse();
    }
}
