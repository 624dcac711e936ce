package dev.qingdan.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api;
import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.RealParts;
import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.order.WeChatControl;
import dev.qingdan.infra.wechat.pay.Spoil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancellingOrdersTest extends OrderingTest {

    private String li = "";
    private String tea = "";
    private String orderId = "";

    @BeforeEach
    void an_order() {
        li = newMember();
        var shop = openShop();
        tea = offer(shop, 6_800, 10);
        orderId = place(li, shop, tea, 2);
    }

    @Test
    void an_unpaid_order_gives_its_stock_back() {
        var cancelled = cancel();

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.body()).isEqualTo("{\"status\":\"CANCELLED\"}");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderCancelled");
        assertThat(eventsOf(tea)).endsWith("StockReserved", "ReservationReleased");
    }

    @Test
    void the_payment_is_closed_at_wechat_before_the_stock_is_released() {
        var outTradeNo = beginToPay(li, orderId);

        cancel();

        assertThat(WeChatControl.stateOf(outTradeNo)).isEqualTo("CLOSED");
        assertThat(eventsOf(WeChatNumber.toId(outTradeNo)))
                .containsExactly("PaymentRequested", "PaymentClosed");
        assertThat(positionOf("PaymentClosed", WeChatNumber.toId(outTradeNo)))
                .isLessThan(positionOf("ReservationReleased", tea));
    }

    @Test
    void nothing_is_released_while_wechat_cannot_close_the_payment() {
        var outTradeNo = beginToPay(li, orderId);
        WeChatControl.fault(
                "{\"path\":\"/v3/pay/transactions/out-trade-no/%s\",\"status\":500}"
                        .formatted(outTradeNo));
        var request = buyer(li);

        var refused = cancel(request);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("wechat.unavailable");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
        assertThat(eventsOf(tea)).endsWith("StockReserved");

        assertThat(cancel(request).status()).isEqualTo(200);
        assertThat(eventsOf(tea)).endsWith("ReservationReleased");
    }

    @Test
    void nothing_is_released_while_the_buyer_is_typing_the_password() {
        var outTradeNo = beginToPay(li, orderId);
        WeChatControl.fault(
                """
                {"path":"/v3/pay/transactions/out-trade-no/%s","status":400,"errcode":"USER_PAYING"}\
                """
                        .formatted(outTradeNo));

        assertThat(cancel().code()).isEqualTo("payment.in-progress");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
    }

    @Test
    void an_order_that_was_paid_unheard_is_refunded_and_not_just_cancelled() {
        var outTradeNo = beginToPay(li, orderId);
        WeChatControl.paySilently(outTradeNo);

        assertThat(cancel().body()).isEqualTo("{\"status\":\"CANCELLED\"}");

        awaitRefund(outTradeNo);
        assertThat(eventsOf(orderId))
                .containsExactly(
                        "OrderPlaced",
                        "OrderPaid",
                        "OrderCancelled",
                        "RefundRequested",
                        "RefundCompleted");
    }

    @Test
    void a_paid_order_is_refunded_in_full_and_once() {
        var outTradeNo = pay(li, orderId);

        var replies = InParallel.call(3, _ -> cancel());

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        awaitRefund(outTradeNo);
        assertThat(eventsOf(orderId)).containsOnlyOnce("OrderCancelled", "RefundRequested");
        assertThat(eventsOf(tea)).containsOnlyOnce("ReservationReleased");
        assertThat(eventsOf(WeChatNumber.toId(outTradeNo)))
                .containsExactly(
                        "PaymentRequested",
                        "PaymentSucceeded",
                        "PaymentRefundRequested",
                        "PaymentRefunded");
        var refunds = WeChatControl.refundsOf(outTradeNo);
        assertThat(refunds.size()).isEqualTo(1);
        assertThat(refunds.path(0).path("refund").asInt()).isEqualTo(2 * 6_800);
    }

    @Test
    void a_refund_survives_that_wechat_is_away_or_its_answer_lost() {
        var outTradeNo = pay(li, orderId);
        WeChatControl.fault("{\"path\":\"/v3/refund\",\"drop\":true,\"times\":6}");

        cancel();

        awaitRefund(outTradeNo);
        assertThat(WeChatControl.refundsOf(outTradeNo).size()).isEqualTo(1);
    }

    @Test
    void a_repeated_refund_notification_changes_nothing_and_a_forged_one_neither() {
        var outTradeNo = pay(li, orderId);
        cancel();
        awaitRefund(outTradeNo);
        var number = WeChatControl.refundsOf(outTradeNo).path(0).path("outRefundNo").asString();
        var before = eventsOf(orderId);

        assertThat(refundNotice(number, Spoil.NOTHING).status()).isEqualTo(204);
        assertThat(refundNotice(number, Spoil.FORGED_SIGNATURE).status()).isEqualTo(401);
        assertThat(refundNotice(number, Spoil.STALE).status()).isEqualTo(401);

        assertThat(eventsOf(orderId)).isEqualTo(before);
    }

    @Test
    void what_the_shop_has_accepted_cannot_be_cancelled() {
        pay(li, orderId);
        staff("CLERK").post("/api/v1/staff/orders/" + orderId + "/acceptance", "{}");

        var refused = cancel();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("order.too-late-to-cancel");
        assertThat(refused.json().path("orderStatus").asString()).isEqualTo("PREPARING");
    }

    @Test
    void the_reason_is_for_staff_and_in_no_event() {
        cancel();

        assertThat(staff("VIEWER").get("/ops/orders/" + orderId + "/texts").body())
                .isEqualTo("{\"cancellationReason\":\"changed my mind, Mei\"}");
    }

    private void awaitRefund(String outTradeNo) {
        await().until(() -> eventsOf(WeChatNumber.toId(outTradeNo)).contains("PaymentRefunded"));
    }

    private Reply refundNotice(String outRefundNo, Spoil spoil) {
        return send(
                "/wechat/refunds/notifications",
                RealParts.WECHAT.notifications().refunded(outRefundNo, spoil));
    }

    private Reply cancel() {
        return cancel(buyer(li));
    }

    private Reply cancel(Api request) {
        return request.post(
                "/api/v1/orders/" + orderId + "/cancellation",
                "{\"reason\":\"changed my mind, Mei\"}");
    }

    private long positionOf(String event, String aggregateId) {
        return jdbc().sql(
                        """
                        select position from event
                        where aggregate_id = :id and split_part(type, '.', 3) = :event
                        """)
                .param("id", aggregateId)
                .param("event", event)
                .query(Long.class)
                .single();
    }
}
