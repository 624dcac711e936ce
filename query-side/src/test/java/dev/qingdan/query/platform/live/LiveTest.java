package dev.qingdan.query.platform.live;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static dev.qingdan.query.testing.Orders.ready;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.LiveClient;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a member is told, on whichever of two instances they are. */
class LiveTest {

    private static final Broker BROKER = new Broker();
    private static final Database DATABASE = TestPostgres.freshDatabase("live");
    private static final Instance FIRST = Instance.start(DATABASE, BROKER);
    private static final Instance SECOND = Instance.start(DATABASE, BROKER);
    private static final History HISTORY = new History();
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @AfterAll
    static void close() {
        FIRST.close();
        SECOND.close();
        BROKER.close();
    }

    private static synchronized void happens(DomainEvent... events) {
        for (DomainEvent event : events) {
            BROKER.publish(HISTORY.add(event));
        }
    }

    /** So many orders of a member, a minute apart. */
    private static List<DomainEvent> orders(String member, int count) {
        var orders = new ArrayList<DomainEvent>();
        for (int i = 1; i <= count; i++) {
            orders.add(placed(member + "-" + i, member, NOON.plusSeconds(60L * i)));
        }
        return orders;
    }

    /** All of it can be read. */
    private static void happened(DomainEvent... events) {
        happens(events);
        var token = Published.token(HISTORY.events());
        var answer =
                FIRST.client()
                        .get(
                                "/api/v1/orders",
                                as(
                                        Tokens.member("any"),
                                        "Consistency-Token",
                                        token,
                                        "Prefer",
                                        "wait=10"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void changes_are_told_on_every_instance_in_the_order_of_their_versions() {
        try (var one = LiveClient.of(FIRST, "lin");
                var other = LiveClient.of(SECOND, "lin")) {
            for (DomainEvent placed : orders("lin", 12)) {
                var id = placed.aggregateId();
                happens(placed, paid(id), accepted(id), ready(id));
            }

            for (LiveClient client : List.of(one, other)) {
                client.awaitTold(
                        told -> told.stream().filter(it -> it.endsWith("@3")).count() == 12);
                assertThat(client.told()).doesNotHaveDuplicates();
                for (int i = 1; i <= 12; i++) {
                    var order = "lin-" + i + "@";
                    assertThat(client.told().stream().filter(it -> it.startsWith(order)))
                            .isSorted()
                            .last()
                            .isEqualTo(order + 3);
                }
            }
        }
    }

    @Test
    void an_order_is_told_as_a_get_would_answer() {
        try (var client = LiveClient.of(SECOND, "an")) {
            happens(placed("an-1", "an", NOON), paid("an-1"));
            client.awaitTold(told -> told.contains("an-1@1"));

            var frame = client.frames().getLast();
            assertThat(frame.path("type").asString()).isEqualTo("order");
            assertThat(frame.path("order").path("status").asString()).isEqualTo("PAID");
            assertThat(frame.path("order").has("memberId")).isFalse();
        }
    }

    @Test
    void after_a_reconnect_a_member_hears_what_changed_meanwhile_and_nothing_twice() {
        var placed = orders("mei", 4);
        happens(placed.toArray(DomainEvent[]::new));
        happens(paid("mei-2"), accepted("mei-2"), paid("mei-3"));
        happened(placed("mei-5", "mei", NOON.plusSeconds(600)));

        var have = "{\"mei-2\":0,\"mei-3\":1,\"mei-4\":0}";
        try (var client = LiveClient.resuming(SECOND, "mei", have)) {
            client.awaitTold(told -> told.size() == 2);
            happens(paid("mei-4"));
            client.awaitTold(told -> told.contains("mei-4@1"));

            // The first is older than all that the client holds: a list it has not read that far
            assertThat(client.told()).containsExactly("mei-2@2", "mei-5@0", "mei-4@1");
        }
    }

    @Test
    void a_client_that_has_nothing_is_told_of_its_newest_orders_oldest_first() {
        happened(orders("bao", 3).toArray(DomainEvent[]::new));

        try (var client = LiveClient.resuming(FIRST, "bao", "{}")) {
            client.awaitTold(told -> told.size() == 3);
            assertThat(client.told()).containsExactly("bao-1@0", "bao-2@0", "bao-3@0");
        }
    }

    @Test
    void a_client_that_does_not_resume_hears_only_of_what_is_to_come() {
        happened(orders("hua", 3).toArray(DomainEvent[]::new));

        try (var client = LiveClient.of(FIRST, "hua")) {
            happens(paid("hua-2"));
            client.awaitTold(told -> !told.isEmpty());
            assertThat(client.told()).containsExactly("hua-2@1");
        }
    }

    @Test
    void another_members_orders_are_never_told_even_if_one_names_them() {
        happened(orders("rich", 2).toArray(DomainEvent[]::new));

        try (var nosy = LiveClient.resuming(FIRST, "nosy", "{\"rich-1\":-1,\"rich-2\":-1}")) {
            happens(paid("rich-1"), placed("nosy-1", "nosy", NOON));
            nosy.awaitTold(told -> told.contains("nosy-1@0"));
            assertThat(nosy.told()).containsExactly("nosy-1@0");
        }
    }
}
