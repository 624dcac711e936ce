package dev.qingdan.query.platform.live;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.LiveClient;
import dev.qingdan.query.testing.LiveClient.End;
import dev.qingdan.query.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nothing is missed, whatever happens underneath, and nobody is held up by anybody else. */
class LiveFaultsTest {

    private static final int ORDERS = 300;

    private final Broker broker = new Broker();
    private final History history = new History();
    private final Database database = TestPostgres.freshDatabase("faults");
    private final Instance instance =
            Instance.start(
                    database,
                    broker,
                    "--qingdan.live.heartbeat=60s",
                    "--qingdan.live.send-within=2s");

    @AfterEach
    void close() {
        instance.close();
        broker.close();
    }

    private void placeAll() {
        for (int i = 0; i < ORDERS; i++) {
            history.add(placed("order-" + i));
        }
        broker.publish(history.events());
    }

    private static void awaitAll(LiveClient client, int version) {
        client.awaitTold(
                told -> told.stream().filter(it -> it.endsWith("@" + version)).count() == ORDERS);
        assertThat(client.told()).doesNotHaveDuplicates();
    }

    @Test
    void a_swap_of_generations_in_the_middle_of_the_stream_loses_nothing() {
        placeAll();
        try (var client = LiveClient.resuming(instance, MEMBER, "{}")) {
            var operator = as(Tokens.staff("OPERATOR"));
            for (int i = 0; i < ORDERS; i++) {
                broker.publish(history.add(paid("order-" + i)));
                if (i % 100 == 50) {
                    instance.client()
                            .post(
                                    "/ops/projections/order_view/rebuilds",
                                    "{\"mode\":\"REPLACE\"}",
                                    operator);
                }
            }
            awaitAll(client, 1);
            await().until(() -> generation() >= 2);
            for (int i = 0; i < ORDERS; i++) {
                broker.publish(history.add(accepted("order-" + i)));
            }
            awaitAll(client, 2);
        }
    }

    private int generation() {
        return instance.client()
                .get("/ops/projections/order_view", as(Tokens.staff("VIEWER")))
                .json()
                .path("generation")
                .asInt();
    }

    @Test
    void what_is_announced_while_the_database_cannot_be_heard_is_told_all_the_same() {
        placeAll();
        try (var client = LiveClient.of(instance, MEMBER)) {
            for (int i = 0; i < ORDERS; i++) {
                broker.publish(history.add(paid("order-" + i)));
                if (i % 60 == 30) {
                    loseAllConnections();
                }
            }
            awaitAll(client, 1);
        }
    }

    private void loseAllConnections() {
        var outside =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        new JdbcTemplate(outside)
                .queryForList(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        """);
    }

    @Test
    void one_who_does_not_read_is_let_go_and_all_others_go_on() {
        var large = new LargeOrders(history);
        try (var stuck = LiveClient.stuck(instance, MEMBER);
                var reading = LiveClient.of(instance, MEMBER)) {
            await().until(() -> connections() == 2);
            broker.publish(large.placed(900));

            reading.awaitTold(told -> told.size() == 900);
            await().atMost(Duration.ofSeconds(20)).until(() -> connections() == 1);
            assertThat(
                            instance.bean(MeterRegistry.class)
                                    .get("qingdan.live.ended")
                                    .tag("reason", "live.too-slow")
                                    .counter()
                                    .count())
                    .isEqualTo(1);
            assertThat(stuck.frames()).isEmpty();
        }
    }

    private double connections() {
        return instance.bean(MeterRegistry.class).get("qingdan.live.connections").gauge().value();
    }

    @Test
    void an_instance_that_stops_says_so() {
        try (var client = LiveClient.of(instance, MEMBER)) {
            await().until(() -> connections() == 1);
            instance.close();

            assertThat(client.awaitEnd()).isEqualTo(new End(1001, "service.stopping"));
        }
    }
}
