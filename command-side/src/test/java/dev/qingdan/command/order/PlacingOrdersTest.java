package dev.qingdan.command.order;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacingOrdersTest extends OrderingTest {

    private String li = "";
    private String shop = "";
    private String tea = "";

    @BeforeEach
    void a_shop_with_ten_teas() {
        li = newMember();
        shop = openShop();
        tea = offer(shop, 6_800, 10);
    }

    @Test
    void an_order_is_accepted_with_its_stock() {
        var placed = buyer(li).post("/api/v1/orders", order(shop, tea, 3));

        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        var answer = placed.json();
        var orderId = answer.path("orderId").asString();
        assertThat(placed.header("Location")).contains("/api/v1/orders/" + orderId);
        assertThat(placed.header("Consistency-Token")).isPresent();
        assertThat(answer.path("number").asString()).matches("\\d{4}-\\d{4,9}");
        assertThat(answer.path("status").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(answer.path("payable").asLong()).isEqualTo(3 * 6_800);
        assertThat(answer.path("payBefore").asString()).endsWith("Z");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
        assertThat(eventsOf(tea)).endsWith("StockReserved");
    }

    @Test
    void the_same_sku_twice_is_one_line() {
        var placed = placeLines(line(tea, 2) + "," + line(tea, 3));

        assertThat(placed.json().path("total").asLong()).isEqualTo(5 * 6_800);
        assertThat(eventsOf(tea)).endsWith("ProductListed", "StockReceived", "StockReserved");
    }

    @Test
    void more_than_there_is_is_refused_and_leaves_nothing_behind() {
        var cake = offer(shop, 600, 1);
        var before = events();

        var refused = placeLines(line(tea, 2) + "," + line(cake, 2));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("stock.out-of-stock");
        assertThat(refused.json().path("sku").asString()).isEqualTo(cake);
        assertThat(refused.json().path("asked").asInt()).isEqualTo(2);
        assertThat(refused.json().path("available").asInt()).isEqualTo(1);
        assertThat(events()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "1000000000", "99999999999", "1.5", "\"2\"", "null"})
    void a_quantity_that_nobody_can_mean_is_refused(String quantity) {
        var before = events();

        var refused = placeLines(line(tea, quantity));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("request.invalid");
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("lines[0].quantity");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void more_of_one_sku_than_a_line_may_have_is_refused_in_two_lines_as_well() {
        var refused = placeLines(line(tea, 500) + "," + line(tea, 500));

        assertThat(refused.code()).isEqualTo("request.invalid");
    }

    @Test
    void no_lines_or_a_thousand_are_refused() {
        var before = events();
        var thousand =
                IntStream.range(0, 1_000).mapToObj(i -> line("sku-" + i, 1)).collect(joining(","));

        for (var lines : List.of("", thousand, "null")) {
            var refused = placeLines(lines);
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("request.invalid");
        }
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void what_the_shop_does_not_offer_is_refused() {
        var elsewhere = offer(openShop(), 100, 5);
        var before = events();

        for (var sku : List.of("no-such-tea", elsewhere)) {
            var refused = buyer(li).post("/api/v1/orders", order(shop, sku, 1));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("order.unknown-sku");
            assertThat(refused.json().path("sku").asString()).isEqualTo(sku);
        }
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        assertThat(buyer(li).post("/api/v1/orders", "{\"shopId\":").code())
                .isEqualTo("request.malformed");
        assertThat(buyer(li).post("/api/v1/orders", "[]").status()).isEqualTo(400);
    }

    @Test
    void a_note_is_kept_out_of_the_events_and_staff_can_read_it() {
        var body =
                "{\"shopId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"note\":\"少糖 for Mei\"}"
                        .formatted(shop, tea);
        var orderId = buyer(li).post("/api/v1/orders", body).json().path("orderId").asString();

        assertThat(staff("VIEWER").get("/ops/orders/" + orderId + "/texts").body())
                .isEqualTo("{\"note\":\"少糖 for Mei\"}");
        assertThat(
                        jdbc().sql("select convert_from(payload, 'UTF8') from event")
                                .query(String.class)
                                .list())
                .noneMatch(payload -> payload.contains("Mei"));
    }

    @Test
    void an_order_needs_a_token_and_a_key() {
        assertThat(anybody().post("/api/v1/orders", order(shop, tea, 1)).code())
                .isEqualTo("token.missing");
        assertThat(manager().post("/api/v1/orders", order(shop, tea, 1)).code())
                .isEqualTo("token.invalid");
        assertThat(member(li).post("/api/v1/orders", order(shop, tea, 1)).code())
                .isEqualTo("idempotency.key-missing");
    }

    @Test
    void the_same_request_twenty_times_at_once_is_one_order() {
        var request = buyer(li);

        var replies = InParallel.call(20, _ -> request.post("/api/v1/orders", order(shop, tea, 1)));

        assertThat(replies)
                .allMatch(r -> r.status() == 201 || r.code().equals("idempotency.in-progress"));
        assertThat(replies.stream().filter(r -> r.status() == 201).map(Reply::body).distinct())
                .hasSize(1);
        assertThat(eventsOf(tea)).containsOnlyOnce("StockReserved");
        var again = request.post("/api/v1/orders", order(shop, tea, 1));
        assertThat(again.status()).isEqualTo(201);
        assertThat(eventsOf(tea)).containsOnlyOnce("StockReserved");
    }

    @Test
    void a_key_cannot_be_used_for_another_order() {
        var request = buyer(li);
        request.post("/api/v1/orders", order(shop, tea, 1));

        var reused = request.post("/api/v1/orders", order(shop, tea, 2));

        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency.key-reused");
    }

    @Test
    void of_two_members_who_want_the_last_one_at_once_one_gets_it() {
        var last = offer(shop, 100, 1);
        var members = List.of(li, newMember());

        var replies =
                InParallel.call(
                        2, i -> buyer(members.get(i)).post("/api/v1/orders", order(shop, last, 1)));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
        assertThat(eventsOf(last)).containsOnlyOnce("StockReserved");
    }

    private static String line(String sku, Object quantity) {
        return "{\"sku\":\"%s\",\"quantity\":%s}".formatted(sku, quantity);
    }

    private Reply placeLines(String lines) {
        return buyer(li)
                .post(
                        "/api/v1/orders",
                        "{\"shopId\":\"%s\",\"lines\":[%s]}".formatted(shop, lines));
    }

    private long events() {
        return jdbc().sql("select count(*) from event").query(Long.class).single();
    }
}
