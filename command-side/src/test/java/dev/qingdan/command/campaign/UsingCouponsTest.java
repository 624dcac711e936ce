package dev.qingdan.command.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.order.OrderingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsingCouponsTest extends OrderingTest {

    private String li = "";
    private String shop = "";
    private String tea = "";
    private String coupon = "";

    @BeforeEach
    void a_coupon() {
        li = newMember();
        shop = openShop();
        tea = offer(shop, 6_000, 10);
        coupon = taken(li, openCampaign(shop, TEN_OFF_SIXTY_YUAN, 5));
    }

    @Test
    void an_order_pays_less_and_uses_the_coupon_up() {
        var placed = order(li, shop, tea, coupon);

        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.json().path("total").asLong()).isEqualTo(6_000);
        assertThat(placed.json().path("discount").asLong()).isEqualTo(1_000);
        assertThat(placed.json().path("payable").asLong()).isEqualTo(5_000);
        assertThat(eventsOf(coupon)).containsExactly("CouponTaken", "CouponUsed");

        var again = order(li, shop, tea, coupon);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("coupon.already-used");
    }

    @Test
    void wechat_is_asked_for_what_is_left_to_pay() {
        var orderId = orderId(order(li, shop, tea, coupon));

        pay(li, orderId);

        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderPaid");
    }

    @Test
    void a_refused_order_leaves_the_coupon_unused() {
        var empty = offer(shop, 6_000, 1);
        place(newMember(), shop, empty, 1);

        assertThat(order(li, shop, empty, coupon).code()).isEqualTo("stock.out-of-stock");

        assertThat(eventsOf(coupon)).containsExactly("CouponTaken");
    }

    @Test
    void a_coupon_that_is_not_good_for_the_order_is_refused_and_nothing_is_reserved() {
        var cake = offer(shop, 5_999, 10);
        var elsewhere = openShop();
        var theirs = offer(elsewhere, 6_000, 10);

        assertThat(order(li, shop, tea, "nothing").code()).isEqualTo("coupon.unknown");
        assertThat(order(newMember(), shop, tea, coupon).code()).isEqualTo("coupon.unknown");
        assertThat(order(li, elsewhere, theirs, coupon).code()).isEqualTo("coupon.of-another-shop");
        var refused = order(li, shop, cake, coupon);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("coupon.below-minimum");
        assertThat(refused.json().path("minimumSpend").asLong()).isEqualTo(6_000);

        assertThat(eventsOf(tea)).endsWith("StockReceived");
        assertThat(eventsOf(coupon)).containsExactly("CouponTaken");
    }

    @Test
    void a_cancelled_order_gives_the_coupon_back() {
        var orderId = orderId(order(li, shop, tea, coupon));

        cancel(orderId);
        cancel(orderId);

        assertThat(eventsOf(coupon)).endsWith("CouponUsed", "CouponReturned");
        assertThat(order(li, shop, tea, coupon).status()).isEqualTo(201);
    }

    @Test
    void a_paid_order_that_is_cancelled_gives_the_coupon_back_as_well() {
        var orderId = orderId(order(li, shop, tea, coupon));
        pay(li, orderId);

        cancel(orderId);

        assertThat(eventsOf(coupon)).endsWith("CouponUsed", "CouponReturned");
    }

    private Reply order(String memberId, String shopId, String sku, String couponId) {
        return buyer(memberId)
                .post(
                        "/api/v1/orders",
                        """
                        {"shopId":"%s","lines":[{"sku":"%s","quantity":1}],"couponId":"%s"}\
                        """
                                .formatted(shopId, sku, couponId));
    }

    private static String orderId(Reply placed) {
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json().path("orderId").asString();
    }

    private void cancel(String orderId) {
        buyer(li).post("/api/v1/orders/" + orderId + "/cancellation", "{}");
    }
}
