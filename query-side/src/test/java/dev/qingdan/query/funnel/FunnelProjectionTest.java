package dev.qingdan.query.funnel;

import static dev.qingdan.query.funnel.FunnelProjection.HOURS;
import static dev.qingdan.query.funnel.FunnelProjection.TIMES;
import static dev.qingdan.query.testing.History.BEGINNING;
import static dev.qingdan.query.testing.Orders.PAYABLE;
import static dev.qingdan.query.testing.Orders.SHOP;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static dev.qingdan.query.testing.Orders.ready;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.OrderMadeReady;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.testing.Folds;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FunnelProjectionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static BatchFold fold(DomainEvent... events) {
        return Folds.batch(new FunnelProjection(), events);
    }

    private static FunnelHour hour(
            int hour, int placed, int paid, int expired, int cancelled, int refunded) {
        return new FunnelHour(SHOP, DAY, hour, placed, paid, expired, cancelled, refunded);
    }

    @Test
    void each_step_counts_in_the_hour_in_which_it_was_taken() {
        var anHourLater = BEGINNING.plus(Duration.ofHours(1));
        var fold =
                fold(
                        placed("a"),
                        paid("a"),
                        placed("b"),
                        new OrderPaid("b", "payment-of-b", PAYABLE, anHourLater),
                        placed("c"),
                        new OrderExpired("c", anHourLater));

        assertThat(fold.sums(HOURS))
                .containsExactly(hour(12, 3, 1, 0, 0, 0), hour(13, 0, 1, 1, 0, 0));
    }

    @Test
    void an_order_counts_as_refunded_once_however_often_money_went_back() {
        var fold =
                fold(
                        placed("o"),
                        paid("o"),
                        asked("r-1", "payment-of-o"),
                        asked("r-2", "payment-of-o"),
                        new RefundCompleted("o", "r-1", 1, BEGINNING),
                        new RefundCompleted("o", "r-2", 1, BEGINNING));

        assertThat(fold.sums(HOURS)).containsExactly(hour(12, 1, 1, 0, 0, 1));
    }

    @Test
    void money_that_came_late_is_no_step_of_the_order() {
        var fold =
                fold(
                        placed("o"),
                        new OrderExpired("o", BEGINNING),
                        new LatePaymentReceived("o", "late", PAYABLE, BEGINNING),
                        asked("r", "late"),
                        new RefundCompleted("o", "r", PAYABLE, BEGINNING));

        assertThat(fold.sums(HOURS)).containsExactly(hour(12, 1, 0, 1, 0, 0));
    }

    @Test
    void readiness_is_counted_by_full_minutes_since_the_payment() {
        var fold = fold(placed("o"), paid("o"), accepted("o"), ready("o"));

        assertThat(fold.sums(TIMES)).containsExactly(new PreparationTime(SHOP, DAY, 12, 4, 1));
    }

    @Test
    void clocks_that_differ_and_orders_that_were_forgotten_stay_within_bounds() {
        var tooEarly = new OrderMadeReady("a", "427", BEGINNING);
        var tooLate = new OrderMadeReady("b", "428", BEGINNING.plus(Duration.ofDays(3)));
        var fold = fold(placed("a"), paid("a"), tooEarly, placed("b"), paid("b"), tooLate);

        assertThat(fold.sums(TIMES)).extracting(PreparationTime::minutes).containsExactly(0, 1_440);
    }

    private static RefundRequested asked(String refundId, String paymentId) {
        return new RefundRequested("o", refundId, paymentId, 1, RefundCause.COMPLAINT, BEGINNING);
    }
}
