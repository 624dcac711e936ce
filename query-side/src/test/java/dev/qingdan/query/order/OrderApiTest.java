package dev.qingdan.query.order;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.History.BEGINNING;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.SHOP;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.RefundLine;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrderApiTest {

    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("orders"), BROKER);
    private static final Client CLIENT = INSTANCE.client();
    private static final String[] ME = as(Tokens.member(MEMBER));
    private static final String[] STAFF = as(Tokens.staff("VIEWER"));

    @BeforeAll
    static void publish() {
        var history = new History();
        for (int i = 1; i <= 5; i++) {
            history.add(placed("order-" + i, MEMBER, BEGINNING.plusSeconds(i)));
        }
        history.add(placed("theirs", "member-2", BEGINNING));
        history.add(paid("order-1"));
        for (int i = 2; i <= 4; i++) {
            history.add(
                    new RefundAsked(
                            "order-" + i,
                            "refund-" + i,
                            100,
                            List.of(new RefundLine("oolong-50g", 1)),
                            BEGINNING.plusSeconds(100 - i)));
        }
        history.add(new RefundRejected("order-3", "refund-3", BEGINNING));
        var soon = Instant.now().plusSeconds(60);
        history.add(ofAnotherShop(soon));
        history.add(ofAnotherShop(soon.minus(2, ChronoUnit.DAYS)));
        BROKER.publish(history.events());
        var token = Published.token(history.events());
        var answer =
                CLIENT.get(
                        "/api/v1/orders",
                        as(Tokens.member(MEMBER), "Consistency-Token", token, "Prefer", "wait=10"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    /** With an id as they are in earnest: a UUIDv7 of its moment. */
    private static OrderPlaced ofAnotherShop(Instant at) {
        var id = new UUID(at.toEpochMilli() << 16 | 0x7abc, 0x9000_0000_0000_0001L).toString();
        var number = "0302-" + id;
        var until = at.plusSeconds(900);
        return new OrderPlaced(
                id, "member-3", "shop-2", number, List.of(), 100, 0, 100, null, at, until);
    }

    private static List<String> ids(JsonNode items) {
        var ids = new ArrayList<String>();
        items.forEach(item -> ids.add(item.path("orderId").asString()));
        return ids;
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    @Test
    void a_member_reads_an_order_as_it_stands() {
        var order = CLIENT.get("/api/v1/orders/order-1", ME).json();

        assertThat(order.path("status").asString()).isEqualTo("PAID");
        assertThat(order.path("payments").get(0).path("late").asBoolean()).isFalse();
        assertThat(order.path("timeline").size()).isEqualTo(2);
        assertThat(order.path("version").asLong()).isEqualTo(1);
        assertThat(order.has("memberId")).isFalse();
        assertThat(order.has("pickupCode")).isFalse();
    }

    @Test
    void a_member_pages_through_their_orders_newest_first() {
        var first = CLIENT.get("/api/v1/orders?limit=2", ME).json();
        assertThat(ids(first.path("items"))).containsExactly("order-5", "order-4");

        var cursor = first.path("next").asString();
        var second = CLIENT.get("/api/v1/orders?limit=3&cursor=" + cursor, ME).json();
        assertThat(ids(second.path("items"))).containsExactly("order-3", "order-2", "order-1");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void a_page_goes_on_behind_the_moment_and_the_id_that_its_cursor_says() {
        var cursor = Cursor.after(BEGINNING.plusSeconds(3), "order-3");

        var next = CLIENT.get("/api/v1/orders?cursor=" + cursor, ME).json();

        assertThat(ids(next.path("items"))).containsExactly("order-2", "order-1");
    }

    @Test
    void staff_page_through_orders_newest_first() {
        var first = CLIENT.get("/api/v1/staff/orders?limit=3&number=0301-o", STAFF).json();
        assertThat(ids(first.path("items"))).containsExactly("order-5", "order-4", "order-3");

        var cursor = first.path("next").asString();
        var ofShop = "/api/v1/staff/orders?shopId=" + SHOP + "&cursor=" + cursor;
        assertThat(ids(CLIENT.get(ofShop, STAFF).json().path("items")))
                .containsExactly("order-2", "order-1");
    }

    @Test
    void a_list_can_be_of_one_status() {
        var paid = CLIENT.get("/api/v1/orders?status=PAID", ME).json();

        assertThat(ids(paid.path("items"))).containsExactly("order-1");
    }

    @Test
    void another_members_order_is_not_there() {
        assertRefused(CLIENT.get("/api/v1/orders/theirs", ME), 404, "order.not-found");
        assertRefused(CLIENT.get("/api/v1/orders/nobodys", ME), 404, "order.not-found");
    }

    @Test
    void staff_see_whose_order_it_is() {
        var order = CLIENT.get("/api/v1/staff/orders/theirs", STAFF).json();

        assertThat(order.path("memberId").asString()).isEqualTo("member-2");
    }

    @Test
    void staff_see_who_waits_for_a_refund_the_longest_waiting_first() {
        var first = CLIENT.get("/api/v1/staff/refunds?limit=1&shopId=" + SHOP, STAFF).json();
        assertThat(ids(first.path("items"))).containsExactly("order-4");
        assertThat(first.path("items").get(0).path("memberId").asString()).isEqualTo(MEMBER);

        var cursor = first.path("next").asString();
        var second = CLIENT.get("/api/v1/staff/refunds?cursor=" + cursor, STAFF).json();
        assertThat(ids(second.path("items"))).containsExactly("order-2");
    }

    @Test
    void staff_find_an_order_by_its_number() {
        var found =
                CLIENT.get("/api/v1/staff/orders?number=0301-order-3&shopId=" + SHOP, STAFF).json();

        assertThat(ids(found.path("items"))).containsExactly("order-3");
    }

    @Test
    void staff_find_orders_by_the_beginning_of_their_numbers() {
        var found = CLIENT.get("/api/v1/staff/orders?number=0301-o", STAFF).json();

        assertThat(ids(found.path("items")))
                .containsExactly("order-5", "order-4", "order-3", "order-2", "order-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-3", "%25order-3", "0301_order-3", "0301-order-3%5C"})
    void a_number_that_none_begins_with_finds_none(String number) {
        var found = CLIENT.get("/api/v1/staff/orders?number=" + number, STAFF).json();

        assertThat(ids(found.path("items"))).isEmpty();
    }

    @Test
    void the_overview_counts_what_is_to_be_done() {
        var overview = CLIENT.get("/api/v1/staff/overview?shopId=" + SHOP, STAFF).json();

        assertThat(overview.path("awaitingPayment").asInt()).isEqualTo(5);
        assertThat(overview.path("toAccept").asInt()).isEqualTo(1);
        assertThat(overview.path("ordersToday").asInt()).isZero();
    }

    @Test
    void the_overview_counts_the_orders_of_today() {
        var overview = CLIENT.get("/api/v1/staff/overview?shopId=shop-2", STAFF).json();

        assertThat(overview.path("ordersToday").asInt()).isEqualTo(1);
        assertThat(overview.path("awaitingPayment").asInt()).isEqualTo(2);
    }

    @Test
    void an_unchanged_order_is_not_sent_again() {
        var first = CLIENT.get("/api/v1/orders/order-1", ME);
        var again =
                CLIENT.get(
                        "/api/v1/orders/order-1",
                        as(Tokens.member(MEMBER), "If-None-Match", first.header("ETag")));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void without_a_token_nobody_is_let_in() {
        assertRefused(CLIENT.get("/api/v1/orders"), 401, "token.missing");
    }

    @Test
    void tokens_that_are_expired_forged_or_of_the_other_kind_are_refused() {
        for (var token :
                List.of(
                        Tokens.expiredMember(MEMBER),
                        Tokens.forgedMember(MEMBER),
                        Tokens.staff("MANAGER"),
                        "garbage")) {
            assertRefused(CLIENT.get("/api/v1/orders", as(token)), 401, "token.invalid");
        }
        var asMember = as(Tokens.member(MEMBER));
        assertRefused(CLIENT.get("/api/v1/staff/orders", asMember), 401, "token.invalid");
        assertRefused(CLIENT.get("/ops/projections", asMember), 401, "token.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1000000000", "10000000000", "1.5", "many", ""})
    void a_page_is_never_empty_or_huge(String limit) {
        var answer = CLIENT.get("/api/v1/orders?limit=" + limit, ME);
        if (limit.isEmpty()) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertRefused(answer, 422, "request.invalid");
            assertThat(answer.json().path("errors").get(0).path("field").asString())
                    .isEqualTo("limit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "%00", "AAAA", "eA", "MjAyNi0xMy0wMQpv", "%F0%9F%8D%B5"})
    void a_cursor_that_is_none_is_refused(String cursor) {
        var answer = CLIENT.get("/api/v1/orders?cursor=" + cursor, ME);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_status_that_is_none_is_refused() {
        assertRefused(CLIENT.get("/api/v1/orders?status=LOST", ME), 422, "request.invalid");
    }

    @Test
    void text_that_the_database_does_not_know_is_refused() {
        assertThat(CLIENT.get("/api/v1/staff/orders?number=%00", STAFF).status()).isEqualTo(400);
    }

    @Test
    void an_address_that_is_none_is_a_problem_too() {
        assertRefused(CLIENT.get("/api/v1/nothing", ME), 404, "request.not-found");
        assertRefused(CLIENT.post("/api/v1/orders", "{}", ME), 405, "request.method-not-allowed");
    }
}
