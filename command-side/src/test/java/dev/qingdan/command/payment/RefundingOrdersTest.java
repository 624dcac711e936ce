package dev.qingdan.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.order.WeChatControl;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundingOrdersTest extends OrderingTest {

    private String li = "";
    private String tea = "";
    private String orderId = "";
    private String outTradeNo = "";

    @BeforeEach
    void a_paid_order_of_two_teas() {
        li = newMember();
        var shop = openShop();
        tea = offer(shop, 6_800, 10);
        orderId = place(li, shop, tea, 2);
        outTradeNo = pay(li, orderId);
    }

    @Test
    void no_money_moves_until_staff_approve() {
        var asked = askFor(1);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().path("status").asString()).isEqualTo("REQUESTED");
        var refundId = asked.json().path("refundId").asString();
        assertThat(eventsOf(orderId)).endsWith("OrderPaid", "RefundAsked");
        assertThat(isSet("refund", paymentId() + "/" + refundId)).isFalse();

        var approved = decide(refundId, "approval");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().path("status").asString()).isEqualTo("APPROVED");

        awaitMoneyBack();
        var refunds = WeChatControl.refundsOf(outTradeNo);
        assertThat(refunds.size()).isEqualTo(1);
        assertThat(refunds.path(0).path("refund").asInt()).isEqualTo(6_800);
        assertThat(eventsOf(orderId)).endsWith("RefundRequested", "RefundCompleted");
    }

    @Test
    void a_rejected_refund_moves_no_money_and_can_be_asked_for_again() {
        var refundId = refundId(ask(""));

        assertThat(decide(refundId, "rejection").status()).isEqualTo(200);
        assertThat(decide(refundId, "rejection").status()).isEqualTo(200);

        assertThat(decide(refundId, "approval").code()).isEqualTo("order.refund-already-rejected");
        assertThat(eventsOf(orderId)).endsWith("RefundAsked", "RefundRejected");
        assertThat(ask("").status()).isEqualTo(201);
    }

    @Test
    void pieces_that_are_refunded_before_the_shop_has_begun_go_back_to_the_others() {
        decide(refundId(askFor(1)), "approval");
        assertThat(eventsOf(tea)).endsWith("StockReserved", "ReservationReleased");

        serve("acceptance", "{}");

        assertThat(eventsOf(tea)).endsWith("ReservationReleased", "StockIssued");
        assertThat(piecesOf("StockIssued")).isEqualTo(1);
    }

    @Test
    void an_order_is_called_off_where_all_is_refunded_before_the_shop_has_begun() {
        decide(refundId(ask("")), "approval");

        awaitMoneyBack();
        assertThat(eventsOf(orderId))
                .endsWith("RefundAsked", "OrderCancelled", "RefundRequested", "RefundCompleted");
        assertThat(eventsOf(tea)).endsWith("ReservationReleased");
        assertThat(piecesOf("ReservationReleased")).isEqualTo(2);
    }

    @Test
    void more_than_was_paid_is_never_asked_back() {
        askFor(1);

        var refused = askFor(2);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("order.refund-too-large");
        assertThat(refused.json().path("left").asInt()).isEqualTo(1);
    }

    @Test
    void approvals_at_once_send_the_money_once() {
        var refundId = refundId(ask(""));

        var replies = InParallel.call(4, _ -> decide(refundId, "approval"));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        awaitMoneyBack();
        assertThat(eventsOf(orderId)).containsOnlyOnce("RefundRequested", "OrderCancelled");
        assertThat(WeChatControl.refundsOf(outTradeNo).size()).isEqualTo(1);
    }

    @Test
    void points_are_earned_by_the_handover_and_taken_back_with_the_money() {
        handOver();
        assertThat(eventsOf(li)).containsExactly("MemberRegistered", "PointsEarned");
        assertThat(pointsOf(li)).isEqualTo(136);

        decide(refundId(askFor(1)), "approval");
        awaitMoneyBack();

        assertThat(eventsOf(li))
                .containsExactly("MemberRegistered", "PointsEarned", "PointsTakenBack");
        assertThat(pointsOf(li)).isEqualTo(68);
    }

    @Test
    void what_people_typed_is_for_staff_and_in_no_event() {
        var refundId = refundId(ask(""));
        decide(refundId, "rejection");

        var texts = staff("VIEWER").get("/ops/orders/" + orderId + "/texts").json();
        assertThat(texts.path("refunds").path(0).path("reason").asString()).isEqualTo("cold, Mei");
        assertThat(texts.path("refunds").path(0).path("rejectionReason").asString())
                .isEqualTo("it was hot, Mei");
        assertThat(payloads()).noneMatch(payload -> payload.contains("Mei"));
    }

    @Test
    void refunds_are_decided_by_managers_and_asked_for_by_the_orders_member() {
        var path = "/api/v1/staff/refunds/" + refundId(ask("")) + "/approval";

        assertThat(staff("CLERK").post(path, "{}").status()).isEqualTo(403);
        assertThat(manager().post("/api/v1/staff/refunds/nothing/approval", "{}").code())
                .isEqualTo("order.refund-not-found");
        assertThat(
                        buyer(newMember())
                                .post(
                                        "/api/v1/orders/" + orderId + "/refunds",
                                        "{\"reason\":\"x\"}")
                                .code())
                .isEqualTo("order.not-found");
    }

    @Test
    void a_refund_needs_a_reason() {
        var refused = buyer(li).post("/api/v1/orders/" + orderId + "/refunds", "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("request.invalid");
    }

    private Reply askFor(int pieces) {
        return ask("\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]".formatted(tea, pieces));
    }

    private Reply ask(String lines) {
        var more = lines.isEmpty() ? "" : "," + lines;
        return buyer(li)
                .post(
                        "/api/v1/orders/" + orderId + "/refunds",
                        "{\"reason\":\"cold, Mei\"" + more + "}");
    }

    private static String refundId(Reply asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        return asked.json().path("refundId").asString();
    }

    private Reply decide(String refundId, String decision) {
        return manager()
                .post(
                        "/api/v1/staff/refunds/" + refundId + "/" + decision,
                        "{\"reason\":\"it was hot, Mei\"}");
    }

    private Reply serve(String step, String body) {
        return staff("CLERK").post("/api/v1/staff/orders/" + orderId + "/" + step, body);
    }

    private void handOver() {
        serve("acceptance", "{}");
        var code = serve("readiness", "{}").json().path("pickupCode").asString();
        assertThat(serve("handover", "{\"pickupCode\":\"" + code + "\"}").status()).isEqualTo(200);
    }

    private String paymentId() {
        return WeChatNumber.toId(outTradeNo);
    }

    private void awaitMoneyBack() {
        await().until(() -> eventsOf(paymentId()).contains("PaymentRefunded"));
    }

    private int piecesOf(String event) {
        return sum(tea, event, "quantity");
    }

    private int pointsOf(String memberId) {
        return sum(memberId, "PointsEarned", "points") - sum(memberId, "PointsTakenBack", "points");
    }

    private int sum(String aggregateId, String event, String field) {
        return jdbc().sql(
                        """
                        select coalesce(sum((convert_from(payload, 'UTF8')::json ->> :field)::int), 0)
                        from event where aggregate_id = :id and split_part(type, '.', 3) = :event
                        """)
                .param("id", aggregateId)
                .param("event", event)
                .param("field", field)
                .query(Integer.class)
                .single();
    }

    private List<String> payloads() {
        return jdbc().sql(
                        "select convert_from(payload, 'UTF8') from event where aggregate_id = :id")
                .param("id", orderId)
                .query(String.class)
                .list();
    }
}
