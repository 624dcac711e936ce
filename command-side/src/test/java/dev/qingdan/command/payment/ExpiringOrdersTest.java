package dev.qingdan.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.order.WeChatControl;
import dev.qingdan.infra.wechat.pay.Spoil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "qingdan.payment-window=PT1.5S")
class ExpiringOrdersTest extends OrderingTest {

    private String li = "";
    private String shop = "";
    private String tea = "";

    @BeforeEach
    void a_shop_with_two_teas() {
        li = newMember();
        shop = openShop();
        tea = offer(shop, 6_800, 2);
    }

    @Test
    void an_order_that_nobody_pays_gives_its_stock_back() {
        var orderId = place(li, shop, tea, 2);

        awaitEnd(orderId, "OrderExpired");

        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderExpired");
        assertThat(eventsOf(tea)).endsWith("StockReserved", "ReservationReleased");
        assertThat(askToPay(li, orderId).code()).isEqualTo("order.nothing-to-pay");
    }

    @Test
    void the_attempt_is_closed_at_wechat_first() {
        var orderId = place(li, shop, tea, 2);
        var outTradeNo = beginToPay(li, orderId);

        awaitEnd(orderId, "OrderExpired");

        assertThat(WeChatControl.stateOf(outTradeNo)).isEqualTo("CLOSED");
        assertThat(eventsOf(WeChatNumber.toId(outTradeNo)))
                .containsExactly("PaymentRequested", "PaymentClosed");
    }

    @Test
    void nothing_is_released_while_wechat_cannot_close_the_attempt() {
        var orderId = place(li, shop, tea, 2);
        var outTradeNo = beginToPay(li, orderId);
        WeChatControl.fault(
                "{\"path\":\"/v3/pay/transactions/out-trade-no/%s\",\"status\":500,\"times\":99}"
                        .formatted(outTradeNo));

        await().until(() -> timesInVain(orderId), times -> times >= 3);
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
        assertThat(eventsOf(tea)).endsWith("StockReserved");

        WeChatControl.clearFaults();
        awaitEnd(orderId, "OrderExpired");
        assertThat(eventsOf(tea)).endsWith("ReservationReleased");
    }

    @Test
    void an_order_that_was_paid_unheard_is_paid_and_keeps_its_stock() {
        var orderId = place(li, shop, tea, 2);
        WeChatControl.paySilently(beginToPay(li, orderId));

        awaitEnd(orderId, "OrderPaid");

        await().until(() -> !isSet("payment-window", orderId));
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderPaid");
        assertThat(eventsOf(tea)).endsWith("StockReserved");
    }

    @Test
    void an_order_paid_between_the_look_and_the_update_keeps_its_stock() {
        var orderId = place(li, shop, tea, 2);
        var outTradeNo = beginToPay(li, orderId);
        WeChatControl.fault(
                "{\"path\":\"/v3/pay/transactions/out-trade-no/%s/close\",\"delayMillis\":1500}"
                        .formatted(outTradeNo));
        await().until(() -> WeChatControl.stateOf(outTradeNo).equals("CLOSED"));

        assertThat(notify(outTradeNo, Spoil.NOTHING).status()).isEqualTo(204);

        await().until(() -> !isSet("payment-window", orderId));
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderPaid");
        assertThat(eventsOf(tea)).endsWith("StockReserved");
    }

    @Test
    void money_that_comes_after_the_stock_was_sold_on_goes_back_and_nothing_is_oversold() {
        var orderId = place(li, shop, tea, 2);
        var outTradeNo = beginToPay(li, orderId);
        WeChatControl.fault(
                """
                {"path":"/v3/pay/transactions/out-trade-no/%s","status":400,"errcode":"ORDER_CLOSED"}\
                """
                        .formatted(outTradeNo));
        awaitEnd(orderId, "OrderExpired");
        var wang = newMember();
        var second = place(wang, shop, tea, 2);
        pay(wang, second);

        WeChatControl.paySilently(outTradeNo);
        assertThat(notify(outTradeNo, Spoil.NOTHING).status()).isEqualTo(204);

        awaitEnd(orderId, "RefundCompleted");
        assertThat(eventsOf(orderId))
                .containsExactly(
                        "OrderPlaced",
                        "OrderExpired",
                        "LatePaymentReceived",
                        "RefundRequested",
                        "RefundCompleted");
        assertThat(WeChatControl.refundsOf(outTradeNo).path(0).path("refund").asInt())
                .isEqualTo(2 * 6_800);
        assertThat(eventsOf(second)).containsExactly("OrderPlaced", "OrderPaid");
        assertThat(eventsOf(tea)).endsWith("StockReserved", "ReservationReleased", "StockReserved");
    }

    private void awaitEnd(String orderId, String event) {
        await().until(() -> eventsOf(orderId).contains(event));
    }

    private int timesInVain(String orderId) {
        return jdbc().sql(
                        """
                        select (convert_from(task_data, 'UTF8')::json ->> 'vain')::int
                        from scheduled_tasks
                        where task_name = 'payment-window' and task_instance = :order
                        """)
                .param("order", orderId)
                .query(Integer.class)
                .single();
    }
}
