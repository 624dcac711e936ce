package dev.qingdan.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The application under test and others like it, all before one database. */
@TestPropertySource(properties = "qingdan.payment-window=PT2S")
class SeveralInstancesTest extends TwoInstancesTest {

    private String li = "";
    private String shop = "";

    @BeforeEach
    void a_shop_and_two_instances() {
        li = newMember();
        shop = openShop();
    }

    @Test
    void of_two_members_at_two_instances_one_gets_the_last_one() {
        for (int round = 0; round < 5; round++) {
            var last = offer(shop, 100, 1);
            var members = List.of(li, newMember());

            var replies =
                    InParallel.call(
                            2,
                            i ->
                                    buyerAt(either(i), members.get(i))
                                            .post("/api/v1/orders", order(shop, last, 1)));

            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
            assertThat(eventsOf(last)).containsOnlyOnce("StockReserved");
        }
    }

    @Test
    void the_same_request_at_two_instances_is_one_order() {
        var tea = offer(shop, 100, 20);
        var key = unique("key");

        var replies =
                InParallel.call(
                        20,
                        i ->
                                either(i)
                                        .as(TestKeys.memberToken(li))
                                        .withKey(key)
                                        .post("/api/v1/orders", order(shop, tea, 1)));

        assertThat(replies)
                .allMatch(r -> r.status() == 201 || r.code().equals("idempotency.in-progress"));
        assertThat(eventsOf(tea)).containsOnlyOnce("StockReserved");
    }

    @Test
    void many_orders_at_two_instances_never_take_more_than_there_is() {
        var tea = offer(shop, 100, 7);

        var replies =
                InParallel.call(
                        30,
                        i -> buyerAt(either(i), li).post("/api/v1/orders", order(shop, tea, 1)));

        assertThat(replies).allMatch(r -> List.of(201, 409, 503).contains(r.status()));
        assertThat(mostReserved(tea)).isEqualTo(7);
    }

    @Test
    void asked_at_two_instances_at_once_how_to_pay_an_order_it_is_one_attempt() {
        var orderId = place(li, shop, offer(shop, 100, 1), 1);

        var replies =
                InParallel.call(
                        8,
                        i ->
                                buyerAt(either(i), li)
                                        .post("/api/v1/orders/" + orderId + "/payments", "{}"));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.stream().map(OrderingTest::prepayId).distinct()).hasSize(1);
    }

    @Test
    void an_order_expires_once_whoever_looks_after_it() {
        var tea = offer(shop, 100, 10);
        var orders = IntStream.range(0, 10).mapToObj(_ -> place(li, shop, tea, 1)).toList();

        orders.forEach(order ->
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> eventsOf(order).contains("OrderExpired")));

        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(eventsOf(order)).containsExactly("OrderPlaced", "OrderExpired"));
        assertThat(eventsOf(tea).stream().filter("ReservationReleased"::equals)).hasSize(10);
    }

    @Test
    void a_timer_outlives_the_instance_that_set_it() {
        var tea = offer(shop, 100, 1);
        var placed = buyerAt(another(), li).post("/api/v1/orders", order(shop, tea, 1));
        var orderId = placed.json().path("orderId").asString();

        stop_the_other();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> eventsOf(orderId).contains("OrderExpired"));
        assertThat(eventsOf(tea)).endsWith("ReservationReleased");
    }

    /** Over time, since the first orders may have expired before the last are placed. */
    private int mostReserved(String sku) {
        int reserved = 0;
        int most = 0;
        for (var event : eventsOf(sku)) {
            reserved +=
                    switch (event) {
                        case "StockReserved" -> 1;
                        case "ReservationReleased" -> -1;
                        default -> 0;
                    };
            most = Math.max(most, reserved);
        }
        return most;
    }
}
