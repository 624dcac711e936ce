package dev.qingdan.query.order;

import static dev.qingdan.query.testing.Folds.folded;
import static dev.qingdan.query.testing.History.BEGINNING;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.PAYABLE;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.handedOver;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static dev.qingdan.query.testing.Orders.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.RefundFailure;
import dev.qingdan.events.RefundLine;
import dev.qingdan.query.order.OrderView.Moment;
import dev.qingdan.query.order.OrderView.Payment;
import dev.qingdan.query.order.OrderView.Refund;
import dev.qingdan.query.order.OrderView.RefundStatus;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderViewProjectionTest {

    private static final RowTable<OrderEvent, OrderRow> TABLE =
            new RowTable<>(
                    "order_view", OrderEvent.class, OrderRow.class, OrderViewProjection::evolve);

    private static final OrderEvent CANCELLED =
            new OrderCancelled("o", CancelledBy.MEMBER, BEGINNING.plusSeconds(70));
    private static final OrderEvent EXPIRED = new OrderExpired("o", BEGINNING.plusSeconds(900));
    private static final OrderEvent LATE =
            new LatePaymentReceived("o", "payment-2", PAYABLE, BEGINNING.plusSeconds(901));

    private static OrderView after(DomainEvent... events) {
        return folded(TABLE, events).document();
    }

    private static OrderEvent refundRequested(String refundId, long amount) {
        return new RefundRequested(
                "o", refundId, "payment-of-o", amount, RefundCause.COMPLAINT, BEGINNING);
    }

    private static OrderEvent asked(String refundId, int secondsAfter) {
        return new RefundAsked(
                "o",
                refundId,
                100,
                List.of(new RefundLine("oolong-50g", 1)),
                BEGINNING.plusSeconds(secondsAfter));
    }

    private static OrderEvent refundDone(String refundId, long amount) {
        return new RefundCompleted("o", refundId, amount, BEGINNING.plusSeconds(5));
    }

    @Test
    void a_placed_order_awaits_its_payment() {
        var order = after(placed("o"));

        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(order.payable()).isEqualTo(PAYABLE);
        assertThat(order.lines()).hasSize(1);
        assertThat(order.payments()).isEmpty();
        assertThat(order.version()).isZero();
    }

    @Test
    void an_order_goes_from_paid_to_completed() {
        assertThat(after(placed("o"), paid("o")).status()).isEqualTo(OrderStatus.PAID);
        assertThat(after(placed("o"), paid("o"), accepted("o")).status())
                .isEqualTo(OrderStatus.PREPARING);
        assertThat(after(placed("o"), paid("o"), accepted("o"), ready("o")).status())
                .isEqualTo(OrderStatus.READY);
        assertThat(
                        after(placed("o"), paid("o"), accepted("o"), ready("o"), handedOver("o"))
                                .status())
                .isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void the_pickup_code_is_there_once_the_order_is_ready() {
        assertThat(after(placed("o"), paid("o"), accepted("o")).pickupCode()).isNull();
        assertThat(after(placed("o"), paid("o"), accepted("o"), ready("o")).pickupCode())
                .isEqualTo("427");
    }

    @Test
    void the_timeline_tells_what_happened_when() {
        assertThat(after(placed("o"), paid("o")).timeline())
                .containsExactly(
                        new Moment("OrderPlaced", BEGINNING),
                        new Moment("OrderPaid", BEGINNING.plusSeconds(1)));
    }

    @Test
    void the_row_knows_whose_order_it_is_after_every_event() {
        assertThat(folded(TABLE, placed("o"), paid("o")).memberId()).isEqualTo(MEMBER);
    }

    @Test
    void money_that_came_too_late_is_shown_and_changes_no_status() {
        var order = after(placed("o"), EXPIRED, LATE);

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order.payments())
                .containsExactly(
                        new Payment("payment-2", PAYABLE, BEGINNING.plusSeconds(901), true));
    }

    @Test
    void a_cancelled_order_stays_cancelled_when_its_money_has_gone_back() {
        var order =
                after(
                        placed("o"),
                        paid("o"),
                        CANCELLED,
                        refundRequested("r", PAYABLE),
                        refundDone("r", PAYABLE));

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.refunds())
                .containsExactly(
                        new Refund(
                                "r",
                                "payment-of-o",
                                PAYABLE,
                                RefundStatus.COMPLETED,
                                null,
                                BEGINNING,
                                BEGINNING.plusSeconds(5)));
    }

    @Test
    void a_partial_refund_is_a_mark_on_the_order() {
        var order = after(placed("o"), paid("o"), refundRequested("r", 100), refundDone("r", 100));

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.partlyRefunded()).isTrue();
    }

    @Test
    void an_order_is_refunded_once_all_its_money_has_gone_back() {
        var order =
                after(
                        placed("o"),
                        paid("o"),
                        refundRequested("r1", 100),
                        refundDone("r1", 100),
                        refundRequested("r2", PAYABLE - 100),
                        refundDone("r2", PAYABLE - 100));

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.partlyRefunded()).isFalse();
    }

    @Test
    void a_second_payment_that_went_back_leaves_the_order_paid() {
        var asked =
                new RefundRequested(
                        "o", "r", "payment-2", PAYABLE, RefundCause.LATE_PAYMENT, BEGINNING);
        var order = after(placed("o"), paid("o"), LATE, asked, refundDone("r", PAYABLE));

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.partlyRefunded()).isFalse();
    }

    @Test
    void a_refund_that_failed_gave_nothing_back() {
        var failed = new RefundGivenUp("o", "r", RefundFailure.of("ABNORMAL"), BEGINNING);
        var order = after(placed("o"), paid("o"), refundRequested("r", PAYABLE), failed);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.refunds().getFirst().status()).isEqualTo(RefundStatus.FAILED);
    }

    @Test
    void a_refund_that_a_member_asks_for_waits_for_the_shop() {
        var row = folded(TABLE, placed("o"), paid("o"), asked("r", 5));

        assertThat(row.refundAwaitedSince()).isEqualTo(BEGINNING.plusSeconds(5));
        assertThat(row.document().status()).isEqualTo(OrderStatus.PAID);
        assertThat(row.document().partlyRefunded()).isFalse();
        assertThat(row.document().refunds())
                .containsExactly(
                        new Refund(
                                "r",
                                null,
                                100,
                                RefundStatus.REQUESTED,
                                List.of(new RefundLine("oolong-50g", 1)),
                                BEGINNING.plusSeconds(5),
                                null));
    }

    @Test
    void a_refund_that_the_shop_approved_is_the_one_that_was_asked_for() {
        var row = folded(TABLE, placed("o"), paid("o"), asked("r", 5), refundRequested("r", 100));

        assertThat(row.refundAwaitedSince()).isNull();
        assertThat(row.document().refunds()).hasSize(1);
        var refund = row.document().refunds().getFirst();
        assertThat(refund.status()).isEqualTo(RefundStatus.APPROVED);
        assertThat(refund.paymentId()).isEqualTo("payment-of-o");
        assertThat(refund.requestedAt()).isEqualTo(BEGINNING.plusSeconds(5));
    }

    @Test
    void a_refund_that_the_shop_rejected_leaves_the_order_as_it_was() {
        var rejected = new RefundRejected("o", "r", BEGINNING.plusSeconds(9));
        var row = folded(TABLE, placed("o"), paid("o"), asked("r", 5), rejected);

        assertThat(row.refundAwaitedSince()).isNull();
        assertThat(row.document().refunds().getFirst().status()).isEqualTo(RefundStatus.REJECTED);
        assertThat(row.document().partlyRefunded()).isFalse();
    }

    @Test
    void of_several_refunds_the_one_asked_for_first_waits_longest() {
        var row = folded(TABLE, placed("o"), paid("o"), asked("late", 9), asked("early", 5));

        assertThat(row.refundAwaitedSince()).isEqualTo(BEGINNING.plusSeconds(5));
    }

    @Test
    void an_event_of_an_order_that_was_never_placed_is_refused() {
        assertThatThrownBy(() -> after(paid("o")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The order was never placed");
    }
}
