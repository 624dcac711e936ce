package dev.qingdan.query.sales;

import static dev.qingdan.query.sales.DailySalesProjection.BY_PRODUCT;
import static dev.qingdan.query.sales.DailySalesProjection.BY_SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.OrderLine;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductDescribed;
import dev.qingdan.events.RefundFailure;
import dev.qingdan.events.RefundLine;
import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.testing.Folds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailySalesProjectionTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    /** In Shanghai it is Tuesday from here on. */
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T16:00:00Z");

    private static final Instant LATE_EVENING = MIDNIGHT.minusSeconds(1);

    /** Two packets of oolong and one of tie guanyin, ten fen off. */
    private static OrderPlaced placed(String orderId) {
        return new OrderPlaced(
                orderId,
                "member-1",
                "shop-1",
                "0302-" + orderId,
                List.of(OrderLine.of("oolong", "冻顶乌龙", 100, 2), OrderLine.of("tgy", "铁观音", 100, 1)),
                300,
                10,
                290,
                null,
                LATE_EVENING,
                MIDNIGHT);
    }

    private static OrderPaid paid(String orderId, Instant at) {
        return new OrderPaid(orderId, "payment-1", 290, at);
    }

    private static RefundRequested asked(String refundId, String paymentId, long amount) {
        return new RefundRequested(
                "o", refundId, paymentId, amount, RefundCause.COMPLAINT, LATE_EVENING);
    }

    private static RefundCompleted done(String refundId, long amount, Instant at) {
        return new RefundCompleted("o", refundId, amount, at);
    }

    private static BatchFold fold(DomainEvent... events) {
        return Folds.batch(new DailySalesProjection(), events);
    }

    private static ProductSales sold(LocalDate day, String sku, int quantity, long revenue) {
        return new ProductSales("shop-1", day, sku, 1, quantity, revenue, 0);
    }

    @Test
    void an_order_that_nobody_paid_sells_nothing() {
        var fold = fold(placed("o"), new OrderExpired("o", MIDNIGHT));

        assertThat(fold.sums(BY_PRODUCT)).isEmpty();
    }

    @Test
    void what_was_paid_is_shared_by_the_lines_without_losing_a_fen() {
        assertThat(fold(placed("o"), paid("o", LATE_EVENING)).sums(BY_PRODUCT))
                .containsExactly(sold(MONDAY, "oolong", 2, 193), sold(MONDAY, "tgy", 1, 97));
    }

    @Test
    void a_payment_counts_on_the_chinese_day_on_which_it_was_made() {
        var fold = fold(placed("a"), paid("a", LATE_EVENING), placed("b"), paid("b", MIDNIGHT));

        assertThat(fold.sums(BY_SHOP))
                .containsExactly(
                        new ShopSales("shop-1", MONDAY, 1, 3, 290, 0),
                        new ShopSales("shop-1", TUESDAY, 1, 3, 290, 0));
    }

    @Test
    void a_refund_counts_on_its_own_day_and_leaves_the_day_of_the_payment_alone() {
        var fold =
                fold(
                        placed("o"),
                        paid("o", LATE_EVENING),
                        asked("r", "payment-1", 290),
                        done("r", 290, MIDNIGHT));

        assertThat(fold.sums(BY_SHOP))
                .containsExactly(
                        new ShopSales("shop-1", MONDAY, 1, 3, 290, 0),
                        new ShopSales("shop-1", TUESDAY, 0, 0, 0, 290));
    }

    @Test
    void once_all_has_gone_back_in_parts_it_has_from_every_line() {
        var fold =
                fold(
                        placed("o"),
                        paid("o", LATE_EVENING),
                        asked("r-1", "payment-1", 100),
                        done("r-1", 100, LATE_EVENING),
                        asked("r-2", "payment-1", 101),
                        done("r-2", 101, LATE_EVENING),
                        asked("r-3", "payment-1", 89),
                        done("r-3", 89, LATE_EVENING));

        assertThat(fold.sums(BY_PRODUCT))
                .allSatisfy(sales -> assertThat(sales.refunds()).isEqualTo(sales.revenue()));
    }

    @Test
    void pieces_that_were_asked_for_give_back_what_was_paid_for_them_and_other_lines_nothing() {
        var lines = List.of(new RefundLine("oolong", 1));
        var fold =
                fold(
                        placed("o"),
                        paid("o", LATE_EVENING),
                        new RefundAsked("o", "r", 97, lines, LATE_EVENING),
                        asked("r", "payment-1", 97),
                        done("r", 97, LATE_EVENING));

        assertThat(fold.sums(BY_PRODUCT))
                .extracting(ProductSales::sku, ProductSales::refunds)
                .containsExactly(tuple("oolong", 97L), tuple("tgy", 0L));
    }

    @Test
    void a_refund_that_is_only_asked_for_gives_nothing_back() {
        var lines = List.of(new RefundLine("oolong", 1));
        var fold =
                fold(
                        placed("o"),
                        paid("o", LATE_EVENING),
                        new RefundAsked("o", "r", 97, lines, LATE_EVENING),
                        new RefundRejected("o", "r", LATE_EVENING));

        assertThat(fold.sums(BY_SHOP).getFirst().refunds()).isZero();
    }

    @Test
    void a_refund_that_failed_and_one_completed_twice_count_once_at_most() {
        var fold =
                fold(
                        placed("o"),
                        paid("o", LATE_EVENING),
                        asked("r-1", "payment-1", 100),
                        new RefundGivenUp("o", "r-1", RefundFailure.of("ABNORMAL"), LATE_EVENING),
                        asked("r-2", "payment-1", 50),
                        done("r-2", 50, LATE_EVENING),
                        done("r-2", 50, LATE_EVENING));

        assertThat(fold.sums(BY_SHOP).getFirst().refunds()).isEqualTo(50);
    }

    @Test
    void money_that_came_late_is_no_revenue_and_its_way_back_no_refund() {
        var fold =
                fold(
                        placed("o"),
                        new OrderCancelled("o", CancelledBy.MEMBER, LATE_EVENING),
                        new LatePaymentReceived("o", "payment-2", 290, MIDNIGHT),
                        asked("r", "payment-2", 290),
                        done("r", 290, MIDNIGHT));

        assertThat(fold.sums(BY_SHOP)).isEmpty();
    }

    @Test
    void a_product_is_called_what_it_is_called_now() {
        var fold =
                fold(
                        new ProductAdded("oolong", "shop-1", "乌龙", "tea", 100, null),
                        new ProductDescribed("oolong", "冻顶乌龙", "tea", null));

        assertThat(fold.rows(DailySalesProjection.PRODUCTS))
                .extracting(SoldProduct::name)
                .containsExactly("冻顶乌龙");
    }
}
