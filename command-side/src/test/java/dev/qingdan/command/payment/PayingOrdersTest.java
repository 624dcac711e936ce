package dev.qingdan.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.RealParts;
import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.order.WeChatControl;
import dev.qingdan.command.wechat.WeChatPay;
import dev.qingdan.infra.wechat.pay.Spoil;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class PayingOrdersTest extends OrderingTest {

    @Autowired private WeChatPay wechat;
    private String li = "";
    private String tea = "";
    private String orderId = "";

    @BeforeEach
    void an_order_to_pay() {
        li = newMember();
        var shop = openShop();
        tea = offer(shop, 6_800, 10);
        orderId = place(li, shop, tea, 2);
    }

    @Test
    void gives_the_mini_program_what_wechat_wants() {
        var begun = askToPay(li, orderId);

        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().propertyNames())
                .containsExactly("timeStamp", "nonceStr", "package", "signType", "paySign");
        assertThat(eventsOf(paymentOf(begun))).containsExactly("PaymentRequested");
    }

    @Test
    void asked_again_it_is_the_same_attempt() {
        var first = askToPay(li, orderId);
        var second = askToPay(li, orderId);

        assertThat(prepayId(second)).isEqualTo(prepayId(first));
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void asked_many_times_at_once_it_is_the_same_attempt() {
        var replies = InParallel.call(8, _ -> askToPay(li, orderId));

        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(replies.stream().map(reply -> prepayId(reply)).distinct()).hasSize(1);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void a_notification_makes_the_order_paid() {
        var begun = askToPay(li, orderId);
        WeChatControl.paySilently(outTradeNo(begun));

        assertThat(notify(outTradeNo(begun), Spoil.NOTHING).status()).isEqualTo(204);

        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderPaid");
        assertThat(eventsOf(paymentOf(begun)))
                .containsExactly("PaymentRequested", "PaymentSucceeded");
        assertThat(askToPay(li, orderId).code()).isEqualTo("order.nothing-to-pay");
    }

    @Test
    void a_repeated_notification_changes_nothing() {
        var begun = askToPay(li, orderId);
        WeChatControl.paySilently(outTradeNo(begun));
        var notification = RealParts.WECHAT.notifications().paid(outTradeNo(begun), Spoil.NOTHING);

        var replies = InParallel.call(5, _ -> send("/wechat/payments/notifications", notification));
        var underAnotherId = notify(outTradeNo(begun), Spoil.NOTHING);

        assertThat(replies).allMatch(reply -> reply.status() == 204);
        assertThat(underAnotherId.status()).isEqualTo(204);
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderPaid");
    }

    @Test
    void a_late_notification_does_not_turn_a_newer_state_back() {
        var begun = askToPay(li, orderId);
        WeChatControl.paySilently(outTradeNo(begun));
        notify(outTradeNo(begun), Spoil.NOTHING);
        staff("CLERK").post("/api/v1/staff/orders/" + orderId + "/acceptance", "{}");

        assertThat(notify(outTradeNo(begun), Spoil.NOTHING).status()).isEqualTo(204);

        assertThat(eventsOf(orderId)).endsWith("OrderAccepted");
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoil.class,
            names = {
                "FORGED_SIGNATURE",
                "SIGNATURE_TEST",
                "SIGNATURE_NOT_BASE64",
                "NO_SIGNATURE",
                "FOREIGN_SERIAL",
                "STALE",
                "CHANGED_BODY"
            })
    void nobody_but_wechat_can_say_that_an_order_is_paid(Spoil spoil) {
        assertNotTaken(spoil, 401);
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoil.class,
            names = {"FOREIGN_ENCRYPTION", "FOREIGN_MERCHANT"})
    void another_merchants_payment_is_not_ours(Spoil spoil) {
        assertNotTaken(spoil, 400);
    }

    @Test
    void another_sum_than_was_asked_for_does_not_pay_the_order() {
        assertNotTaken(Spoil.WRONG_AMOUNT, 422);
    }

    @Test
    void a_payment_that_we_never_asked_for_is_not_taken() {
        assertNotTaken(Spoil.UNKNOWN_OUT_TRADE_NO, 404);
    }

    private void assertNotTaken(Spoil spoil, int status) {
        var begun = askToPay(li, orderId);

        var reply = notify(outTradeNo(begun), spoil);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().path("code").asString()).isEqualTo("FAIL");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
        assertThat(eventsOf(paymentOf(begun))).containsExactly("PaymentRequested");
    }

    @Test
    void a_notification_may_come_before_the_answer_to_the_prepay() {
        WeChatControl.fault("{\"path\":\"/v3/pay/transactions/jsapi\",\"delayMillis\":2000}");
        var asking = CompletableFuture.supplyAsync(() -> askToPay(li, orderId));
        var attempt = await().until(this::openAttempt, found -> !found.isEmpty());
        await().until(() -> WeChatControl.stateOf(attempt).equals("NOTPAY"));

        WeChatControl.paySilently(attempt);
        assertThat(notify(attempt, Spoil.NOTHING).status()).isEqualTo(204);

        assertThat(asking.join().code()).isEqualTo("order.nothing-to-pay");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderPaid");
    }

    @Test
    void the_clients_word_counts_for_nothing_until_wechat_confirms_it() {
        var begun = askToPay(li, orderId);
        assertThat(check().json().path("status").asString()).isEqualTo("AWAITING_PAYMENT");

        WeChatControl.paySilently(outTradeNo(begun));

        assertThat(check().json().path("status").asString()).isEqualTo("PAID");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderPaid");
    }

    @Test
    void a_payment_of_which_no_notification_came_is_found_by_asking() {
        var outTradeNo = beginToPay(li, orderId);
        WeChatControl.paySilently(outTradeNo);
        var paymentId = WeChatNumber.toId(outTradeNo);

        ring("payment-check", paymentId);

        await().until(() -> eventsOf(orderId), List.of("OrderPlaced", "OrderPaid")::equals);
        await().until(() -> !isSet("payment-check", paymentId));
    }

    @Test
    void an_unpaid_attempt_is_asked_about_again_and_again() {
        var paymentId = WeChatNumber.toId(beginToPay(li, orderId));

        ring("payment-check", paymentId);

        await().until(() -> vain(paymentId), times -> times >= 2);
        assertThat(eventsOf(paymentId)).containsExactly("PaymentRequested");
    }

    @Test
    void nobody_can_pay_check_or_cancel_somebody_elses_order() {
        var wang = newMember();

        for (var step : new String[] {"payments", "payment-checks", "cancellation"}) {
            var reply = buyer(wang).post("/api/v1/orders/" + orderId + "/" + step, "{}");
            assertThat(reply.status()).as(step).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("order.not-found");
        }
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
    }

    @Test
    void an_order_that_nobody_placed_is_not_found() {
        for (var id : new String[] {"0198c0ff-ee00-7000-8000-0123456789ab", "1", "%27", "a%00b"}) {
            assertThat(buyer(li).post("/api/v1/orders/" + id + "/payments", "{}").status())
                    .as(id)
                    .isIn(400, 404);
        }
    }

    @Test
    void while_wechat_is_away_nothing_is_lost_and_the_same_request_works_later() {
        WeChatControl.fault("{\"path\":\"/v3/pay/transactions/jsapi\",\"status\":500}");
        var request = buyer(li);
        var path = "/api/v1/orders/" + orderId + "/payments";

        var refused = request.post(path, "{}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("wechat.unavailable");
        assertThat(refused.header("Retry-After")).isPresent();

        assertThat(request.post(path, "{}").status()).isEqualTo(201);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void an_attempt_that_wechat_has_closed_is_followed_by_one_with_a_new_number() {
        var first = askToPay(li, orderId);
        var number = outTradeNo(first);
        jdbc().sql("update payment_attempt set prepay_id = null where prepay_id = :id")
                .param("id", prepayId(first))
                .update();
        wechat.close(number);

        var second = askToPay(li, orderId);

        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(prepayId(second)).isNotEqualTo(prepayId(first));
        assertThat(attempts()).isEqualTo(2);
    }

    private Reply check() {
        return buyer(li).post("/api/v1/orders/" + orderId + "/payment-checks", "{}");
    }

    private int vain(String paymentId) {
        return jdbc().sql(
                        """
                        select (convert_from(task_data, 'UTF8')::json ->> 'vain')::int
                        from scheduled_tasks where task_instance = :payment
                        """)
                .param("payment", paymentId)
                .query(Integer.class)
                .single();
    }

    private String openAttempt() {
        return jdbc().sql(
                        "select replace(payment_id, '-', '') from payment_attempt where order_id = :o")
                .param("o", orderId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String paymentOf(Reply begun) {
        return WeChatNumber.toId(outTradeNo(begun));
    }

    private int attempts() {
        return jdbc().sql("select count(*) from payment_attempt where order_id = :order")
                .param("order", orderId)
                .query(Integer.class)
                .single();
    }
}
