package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderSamples.*;
import static dev.qingdan.command.order.OrderStatus.*;
import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.order.OrderCommand.*;
import dev.qingdan.command.order.OrderRefusal.*;
import dev.qingdan.events.OrderEvent.*;
import dev.qingdan.events.RefundLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An order of two teas for 18.00 and a cake for 6.00, with money that a member wants back. */
class OrderRefundsTest {

    private static final RefundAsked ONE_TEA = asked("refund-1", 1_800, "tea-50g", 1);
    private static final RefundAsked CAKE = asked("refund-2", 600, "cake", 1);
    private static final RefundRejected REJECTED = new RefundRejected("order-1", "refund-1", LATER);

    private static RefundAsked asked(String refundId, long amount, String sku, int quantity) {
        var lines = List.of(new RefundLine(sku, quantity));
        return new RefundAsked("order-1", refundId, amount, lines, LATER);
    }

    private static AskRefund ask(String refundId, Map<String, Integer> pieces) {
        return new AskRefund("order-1", refundId, pieces, LATER);
    }

    private static ApproveRefund approve(String refundId) {
        return new ApproveRefund("order-1", refundId, LATER);
    }

    private static RejectRefund reject(String refundId) {
        return new RejectRefund("order-1", refundId, LATER);
    }

    private static RefundRequested approved(String refundId, long amount) {
        return new RefundRequested(
                "order-1", refundId, "pay-1", amount, RefundCause.COMPLAINT, LATER);
    }

    private static RefundCompleted completed(String refundId, long amount) {
        return new RefundCompleted("order-1", refundId, amount, LATER);
    }

    @Nested
    class Asking {

        @Test
        void for_some_pieces_claims_their_price() {
            assertThat(given(PLACED, PAID_BY_1).decide(ask("refund-1", Map.of("tea-50g", 1))))
                    .isEqualTo(accept(ONE_TEA));
        }

        @Test
        void for_nothing_in_particular_claims_all_that_is_left() {
            var lines = List.of(new RefundLine("cake", 1), new RefundLine("tea-50g", 1));

            assertThat(given(PLACED, PAID_BY_1, ONE_TEA).decide(ask("refund-2", Map.of())))
                    .isEqualTo(accept(new RefundAsked("order-1", "refund-2", 2_400, lines, LATER)));
        }

        @Test
        void is_possible_from_the_payment_on_until_all_has_gone_back() {
            var ask = ask("refund-1", Map.of("tea-50g", 1));

            assertThat(given(PLACED).decide(ask))
                    .isEqualTo(refuse(new NotRefundable(AWAITING_PAYMENT)));
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED, MADE_READY, HANDED_OVER).decide(ask))
                    .isEqualTo(accept(ONE_TEA));
            assertThat(given(PLACED, CANCELLED_BY_MEMBER).decide(ask))
                    .isEqualTo(refuse(new NotRefundable(CANCELLED)));
        }

        @Test
        void is_refused_for_more_than_was_ordered_or_already_asked_back() {
            assertThat(given(PLACED, PAID_BY_1).decide(ask("refund-2", Map.of("tea-50g", 3))))
                    .isEqualTo(refuse(new RefundTooLarge("tea-50g", 3, 2)));
            assertThat(
                            given(PLACED, PAID_BY_1, ONE_TEA)
                                    .decide(ask("refund-2", Map.of("tea-50g", 2))))
                    .isEqualTo(refuse(new RefundTooLarge("tea-50g", 2, 1)));
            assertThat(given(PLACED, PAID_BY_1).decide(ask("refund-2", Map.of("gold", 1))))
                    .isEqualTo(refuse(new RefundTooLarge("gold", 1, 0)));
        }

        @Test
        void is_refused_when_nothing_is_left() {
            var everything =
                    new RefundAsked(
                            "order-1",
                            "refund-1",
                            4_200,
                            List.of(new RefundLine("cake", 1), new RefundLine("tea-50g", 2)),
                            LATER);

            assertThat(given(PLACED, PAID_BY_1, everything).decide(ask("refund-2", Map.of())))
                    .isEqualTo(refuse(new NothingToRefund()));
        }

        @Test
        void again_is_possible_after_a_rejection_but_not_for_ever() {
            var order = given(PLACED, PAID_BY_1);
            for (int i = 0; i < OrderRefunds.MOST; i++) {
                var id = "refund-" + i;
                assertThat(order.decide(ask(id, Map.of("tea-50g", 1))))
                        .isEqualTo(accept(asked(id, 1_800, "tea-50g", 1)));
                order =
                        order.evolve(asked(id, 1_800, "tea-50g", 1))
                                .evolve(new RefundRejected("order-1", id, LATER));
            }

            assertThat(order.decide(ask("one-more", Map.of("tea-50g", 1))))
                    .isEqualTo(refuse(new TooManyRefunds(20)));
        }
    }

    @Nested
    class Approving {

        @Test
        void sends_what_was_asked_for_and_nothing_before() {
            assertThat(given(PLACED, PAID_BY_1, ACCEPTED, ONE_TEA).decide(approve("refund-1")))
                    .isEqualTo(accept(approved("refund-1", 1_800)));
        }

        @Test
        void happens_once() {
            var order = given(PLACED, PAID_BY_1, ACCEPTED, ONE_TEA, approved("refund-1", 1_800));

            assertThat(order.decide(approve("refund-1"))).isEqualTo(accept());
            assertThat(order.evolve(completed("refund-1", 1_800)).decide(approve("refund-1")))
                    .isEqualTo(accept());
        }

        @Test
        void is_refused_for_what_was_rejected_or_never_asked() {
            assertThat(given(PLACED, PAID_BY_1, ONE_TEA, REJECTED).decide(approve("refund-1")))
                    .isEqualTo(refuse(new RefundRejectedBefore()));
            assertThat(given(PLACED, PAID_BY_1).decide(approve("refund-1")))
                    .isEqualTo(refuse(new RefundNotFound()));
        }

        @Test
        void before_the_shop_has_begun_frees_the_pieces() {
            var order = given(PLACED, PAID_BY_1, ONE_TEA);
            assertThat(order.held()).isEqualTo(Map.of("tea-50g", 2, "cake", 1));

            assertThat(order.evolve(approved("refund-1", 1_800)).held())
                    .isEqualTo(Map.of("tea-50g", 1, "cake", 1));
        }

        @Test
        void everything_before_the_shop_has_begun_calls_the_order_off() {
            var rest =
                    new RefundAsked(
                            "order-1",
                            "refund-2",
                            2_400,
                            List.of(new RefundLine("cake", 1), new RefundLine("tea-50g", 1)),
                            LATER);
            var order = given(PLACED, PAID_BY_1, ONE_TEA, rest, approved("refund-1", 1_800));

            assertThat(order.decide(approve("refund-2")))
                    .isEqualTo(
                            accept(
                                    new OrderCancelled("order-1", CancelledBy.STAFF, LATER),
                                    approved("refund-2", 2_400)));
        }

        @Test
        void everything_later_leaves_the_order_refunded_once_the_money_is_back() {
            var order = given(PLACED, PAID_BY_1, ACCEPTED, asked("refund-1", 4_200, "tea-50g", 2));

            assertThat(order.decide(approve("refund-1")))
                    .isEqualTo(accept(approved("refund-1", 4_200)));
            var done =
                    order.evolve(approved("refund-1", 4_200)).evolve(completed("refund-1", 4_200));
            assertThat(done.status()).isEqualTo(REFUNDED);
            assertThat(done.kept()).isZero();
        }
    }

    @Nested
    class Rejecting {

        @Test
        void leaves_the_money_with_the_shop() {
            assertThat(given(PLACED, PAID_BY_1, ONE_TEA).decide(reject("refund-1")))
                    .isEqualTo(accept(REJECTED));
            assertThat(given(PLACED, PAID_BY_1, ONE_TEA, REJECTED).kept()).isEqualTo(4_200);
        }

        @Test
        void happens_once() {
            assertThat(given(PLACED, PAID_BY_1, ONE_TEA, REJECTED).decide(reject("refund-1")))
                    .isEqualTo(accept());
        }

        @Test
        void is_refused_once_the_money_is_on_its_way() {
            assertThat(
                            given(PLACED, PAID_BY_1, ONE_TEA, approved("refund-1", 1_800))
                                    .decide(reject("refund-1")))
                    .isEqualTo(refuse(new RefundApprovedBefore()));
        }
    }

    @Test
    void a_cancellation_settles_what_was_asked_and_returns_the_rest_of_the_money() {
        var order = given(PLACED, PAID_BY_1, ONE_TEA, CAKE, approved("refund-1", 1_800));

        assertThat(order.decide(cancel("refund-3")))
                .isEqualTo(
                        accept(
                                CANCELLED_BY_MEMBER,
                                new RefundRejected("order-1", "refund-2", LATER),
                                new RefundRequested(
                                        "order-1",
                                        "refund-3",
                                        "pay-1",
                                        2_400,
                                        RefundCause.CANCELLATION,
                                        LATER)));
    }

    @Test
    void no_money_has_gone_back_of_a_refund_that_nobody_approved() {
        assertThat(
                        given(PLACED, PAID_BY_1, ONE_TEA)
                                .decide(new CompleteRefund("order-1", "refund-1", 1_800, LATER)))
                .isEqualTo(refuse(new RefundNotFound()));
    }

    @Test
    void money_that_came_late_and_went_back_is_not_the_orders() {
        var second = new LatePaymentReceived("order-1", "pay-2", 4_200, NOON);
        var back = refundOf("refund-9", "pay-2", RefundCause.LATE_PAYMENT);
        var order = given(PLACED, PAID_BY_1, second, back, completed("refund-9", 4_200));

        assertThat(order.kept()).isEqualTo(4_200);
        assertThat(order.decide(ask("refund-1", Map.of("tea-50g", 1)))).isEqualTo(accept(ONE_TEA));
    }
}
