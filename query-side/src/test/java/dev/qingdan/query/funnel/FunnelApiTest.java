package dev.qingdan.query.funnel;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.History.BEGINNING;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.OrderEvent.OrderMadeReady;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FunnelApiTest {

    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("funnel"), BROKER);
    private static final History HISTORY = new History();

    /** All paid one minute after twelve; ready in the same hour after 3, 5, 5 and 20 minutes. */
    @BeforeAll
    static void publish() {
        for (int minutes : List.of(5, 20, 3, 5)) {
            var order = "order-" + HISTORY.events().size();
            HISTORY.add(placed(order));
            HISTORY.add(paid(order));
            var readyAt = BEGINNING.plus(Duration.ofMinutes(1 + minutes));
            HISTORY.add(new OrderMadeReady(order, "427", readyAt));
        }
        HISTORY.add(placed("next", "member-1", BEGINNING.plus(Duration.ofHours(1))));
        BROKER.publish(HISTORY.events());
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    private static JsonNode funnel(String query) {
        return get("/api/v1/staff/funnel?" + query);
    }

    private static JsonNode get(String path) {
        var token = Published.token(HISTORY.events());
        return INSTANCE.client()
                .get(
                        path,
                        as(Tokens.staff("CLERK"), "Consistency-Token", token, "Prefer", "wait=10"))
                .json();
    }

    @Test
    void half_of_the_orders_were_ready_within_the_median() {
        var hour = funnel("shopId=shop-1&from=2026-03-01").path("items").get(1);

        assertThat(hour.toString())
                .isEqualTo(
                        """
                        {"shopId":"shop-1","hour":"2026-03-01T04:00:00Z","placed":4,"paid":4,"expired":0,\
                        "cancelled":0,"refunded":0,"medianMinutesToReady":5}\
                        """);
    }

    @Test
    void an_hour_in_which_nothing_was_made_ready_has_no_median() {
        assertThat(funnel("").path("items").get(0).has("medianMinutesToReady")).isFalse();
    }

    @Test
    void pages_meet_without_a_gap() {
        var first = funnel("limit=1");
        var second = funnel("limit=1&cursor=" + first.path("next").asString());

        assertThat(first.path("items").get(0).path("hour").asString())
                .isEqualTo("2026-03-01T05:00:00Z");
        assertThat(second.path("items").get(0).path("hour").asString())
                .isEqualTo("2026-03-01T04:00:00Z");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void another_day_has_no_hours() {
        assertThat(funnel("from=2026-03-02").path("items").size()).isZero();
    }

    @Test
    void hours_together_have_a_median_of_their_own() {
        assertThat(get("/api/v1/staff/funnel/total?shopId=shop-1&to=2026-03-01"))
                .hasToString(
                        """
                        {"placed":5,"paid":4,"expired":0,"cancelled":0,"refunded":0,"medianMinutesToReady":5}\
                        """);
        assertThat(get("/api/v1/staff/funnel/total?from=2026-03-02"))
                .hasToString(
                        """
                        {"placed":0,"paid":0,"expired":0,"cancelled":0,"refunded":0}\
                        """);
    }
}
