package dev.qingdan.infra.traffic.audit;

import static dev.qingdan.infra.traffic.audit.Story.NOON;
import static dev.qingdan.infra.traffic.audit.Story.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.CampaignEvent.CampaignOpened;
import dev.qingdan.events.CampaignEvent.CouponIssued;
import dev.qingdan.events.CouponEvent.CouponReturned;
import dev.qingdan.events.CouponEvent.CouponTaken;
import dev.qingdan.events.CouponEvent.CouponUsed;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.events.MemberEvent.PointsTakenBack;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderAccepted;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.OrderHandedOver;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.RefundLine;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {

    private final Story story = new Story().then(new StockReceived("tea", 5, "van-1"));

    @Test
    void a_shop_in_order_has_no_faults() {
        story.then(placed("o1", "m1", 2), new StockReserved("tea", "o1", 2))
                .then(placed("o2", "m1", 1), new StockReserved("tea", "o2", 1))
                .then(new OrderPaid("o1", "p1", 200, NOON))
                .then(new OrderAccepted("o1", NOON), new StockIssued("tea", "o1", 2))
                .then(new OrderExpired("o2", NOON), new ReservationReleased("tea", "o2", 1));
        assertThat(story.books().ownFaults()).isEmpty();
        assertThat(story.books().shelves())
                .hasEntrySatisfying(
                        "tea", it -> assertThat(it.getLast()).isEqualTo(new Shelf(3, 0)));
    }

    @Test
    void an_order_without_its_reservation_is_found() {
        story.then(placed("o1", "m1", 2));
        assertFault("stock tea", "-2 reserved for order o1");
    }

    @Test
    void a_reservation_that_outlives_its_order_is_found() {
        story.then(placed("o1", "m1", 2), new StockReserved("tea", "o1", 2))
                .then(new OrderCancelled("o1", CancelledBy.MEMBER, NOON));
        assertFault("stock tea", "+2 reserved for order o1");
    }

    @Test
    void selling_what_is_not_there_is_found() {
        story.then(placed("o1", "m1", 6), new StockReserved("tea", "o1", 6));
        assertFault("stock tea", "oversold");
    }

    @Test
    void a_late_payment_without_its_refund_is_found() {
        story.then(placed("o1", "m1", 2), new StockReserved("tea", "o1", 2))
                .then(new OrderExpired("o1", NOON), new ReservationReleased("tea", "o1", 2))
                .then(new LatePaymentReceived("o1", "p1", 200, NOON));
        assertFault("order o1", "keeps money for nothing");
        story.then(new RefundRequested("o1", "r1", "p1", 200, RefundCause.LATE_PAYMENT, NOON));
        assertThat(story.books().ownFaults()).isEmpty();
    }

    @Test
    void an_order_that_was_handed_over_without_its_points_is_found() {
        story.then(placed("o1", "m1", 2), new StockReserved("tea", "o1", 2))
                .then(new OrderPaid("o1", "p1", 200, NOON))
                .then(new OrderAccepted("o1", NOON), new StockIssued("tea", "o1", 2))
                .then(new OrderHandedOver("o1", NOON));
        assertFault("order o1", "0 points where 2 are due");
        story.then(new PointsEarned("m1", "o1", 2, NOON));
        assertThat(story.books().ownFaults()).isEmpty();
    }

    @Test
    void points_that_stay_when_the_money_goes_back_are_found() {
        an_order_that_was_handed_over_without_its_points_is_found();
        story.then(new RefundAsked("o1", "r1", 100, List.of(new RefundLine("tea", 1)), NOON))
                .then(new RefundRequested("o1", "r1", "p1", 100, RefundCause.COMPLAINT, NOON))
                .then(new RefundCompleted("o1", "r1", 100, NOON));
        assertFault("order o1", "2 points where 1 are due");
        story.then(new PointsTakenBack("m1", "o1", "r1", 1, NOON));
        assertThat(story.books().ownFaults()).isEmpty();
    }

    @Test
    void pieces_that_were_refunded_before_the_shop_began_are_no_longer_held() {
        story.then(placed("o1", "m1", 2), new StockReserved("tea", "o1", 2))
                .then(new OrderPaid("o1", "p1", 200, NOON))
                .then(new RefundAsked("o1", "r1", 100, List.of(new RefundLine("tea", 1)), NOON))
                .then(new RefundRequested("o1", "r1", "p1", 100, RefundCause.COMPLAINT, NOON));
        assertFault("stock tea", "+1 reserved for order o1");
        story.then(new ReservationReleased("tea", "o1", 1));
        assertThat(story.books().ownFaults()).isEmpty();
    }

    @Test
    void a_coupon_that_is_used_for_no_order_is_found() {
        story.then(new CouponUsed("c1", "spring", "m1", "o1", 100, NOON));
        assertFault("coupon c1", "used for o1, and should be for null");
        story.then(new CouponReturned("c1", "spring", "m1", "o1", NOON));
        assertThat(story.books().ownFaults()).isEmpty();
    }

    @Test
    void a_campaign_that_gave_a_coupon_too_many_is_found() {
        story.then(new CampaignOpened("spring", "shop", "Spring", 0, null, 10, 1, NOON, NOON));
        for (var coupon : List.of("c1", "c2")) {
            story.then(new CouponIssued("spring", coupon))
                    .then(
                            new CouponTaken(
                                    coupon,
                                    "spring",
                                    "m" + coupon,
                                    "shop",
                                    "Spring",
                                    0,
                                    null,
                                    10,
                                    NOON,
                                    NOON));
        }
        assertFault("campaign spring", "gave 2 coupons");
    }

    @Test
    void a_gap_in_an_aggregate_is_found() {
        story.books().write("order/o1", 1, 99, placed("o1", "m1", 1));
        assertFault("order/o1", "event 1 where 0 is due");
    }

    private void assertFault(String about, String what) {
        assertThat(story.books().ownFaults())
                .anySatisfy(fault -> {
                    assertThat(fault.about()).isEqualTo(about);
                    assertThat(fault.what()).contains(what);
                });
    }
}
