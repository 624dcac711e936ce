package dev.qingdan.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServingOrdersTest extends OrderingTest {

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
    void goes_from_the_acceptance_to_the_member() {
        pay(li, orderId);

        assertThat(step("acceptance", "{}").body()).isEqualTo("{\"status\":\"PREPARING\"}");
        var ready = step("readiness", "{}").json();
        assertThat(ready.path("status").asString()).isEqualTo("READY");
        var code = ready.path("pickupCode").asString();
        assertThat(code).matches("\\d{4}");
        assertThat(step("handover", "{\"pickupCode\":\"" + code + "\"}").body())
                .isEqualTo("{\"status\":\"COMPLETED\"}");

        assertThat(eventsOf(orderId))
                .containsExactly(
                        "OrderPlaced",
                        "OrderPaid",
                        "OrderAccepted",
                        "OrderMadeReady",
                        "OrderHandedOver");
        assertThat(eventsOf(tea)).endsWith("StockReserved", "StockIssued");
    }

    @Test
    void a_repeated_step_changes_nothing() {
        pay(li, orderId);
        step("acceptance", "{}");

        assertThat(step("acceptance", "{}").status()).isEqualTo(200);
        assertThat(step("readiness", "{}").body()).isEqualTo(step("readiness", "{}").body());

        assertThat(eventsOf(orderId)).containsOnlyOnce("OrderAccepted", "OrderMadeReady");
        assertThat(eventsOf(tea)).containsOnlyOnce("StockIssued");
    }

    @Test
    void an_unpaid_order_is_not_served() {
        assertThat(step("acceptance", "{}").code()).isEqualTo("order.not-paid");
        assertThat(step("readiness", "{}").code()).isEqualTo("order.not-in-preparation");
        assertThat(step("handover", "{\"pickupCode\":\"0000\"}").code())
                .isEqualTo("order.not-ready");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
    }

    @Test
    void is_for_clerks_and_managers() {
        var path = "/api/v1/staff/orders/" + orderId + "/acceptance";

        assertThat(staff("VIEWER").post(path, "{}").status()).isEqualTo(403);
        assertThat(buyer(li).post(path, "{}").status()).isEqualTo(401);
    }

    private Reply step(String step, String body) {
        return staff("CLERK").post("/api/v1/staff/orders/" + orderId + "/" + step, body);
    }
}
