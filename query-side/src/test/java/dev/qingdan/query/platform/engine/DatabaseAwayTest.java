package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseAwayTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Database database = TestPostgres.freshDatabase("away");
    private final JdbcTemplate elsewhere = jdbc(TestPostgres.freshDatabase("elsewhere"));

    private static JdbcTemplate jdbc(Database database) {
        return new JdbcTemplate(
                new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    @Test
    void a_database_that_is_away_is_no_poison_it_is_waited_for_and_all_goes_on() {
        var history = new History();
        try (var broker = new Broker();
                var instance =
                        Instance.start(
                                database,
                                broker,
                                "--spring.datasource.hikari.connection-timeout=500")) {
            broker.publish(history.add(placed("before")));
            awaitOrders(1);

            allowConnections(false);
            var attempts = attempts(instance);
            for (int i = 0; i < 200; i++) {
                broker.publish(history.add(placed("order-" + i)));
                broker.publish(history.add(paid("order-" + i)));
            }
            await().atMost(LONG).until(() -> attempts(instance) > attempts);
            var answer = instance.client().get("/api/v1/orders/before", as(Tokens.member(MEMBER)));
            allowConnections(true);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().body()).contains("service.unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");

            awaitOrders(201);
            var now = jdbc(database);
            assertThat(count(now, "select count(*) from engine.dead_letter")).isZero();
            assertThat(count(now, "select count(*) from order_view where version = 1"))
                    .isEqualTo(200);
        }
    }

    /** Those that there are break. */
    private void allowConnections(boolean allowed) {
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        elsewhere.execute("alter database " + name + " with allow_connections " + allowed);
        if (!allowed) {
            elsewhere.queryForList(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?",
                    name);
        }
    }

    private static long attempts(Instance instance) {
        return instance.bean(MeterRegistry.class)
                .get("qingdan.projection.batch")
                .tag("projection", "order_view")
                .timer()
                .count();
    }

    private void awaitOrders(int count) {
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> count(jdbc(database), "select count(*) from order_view") == count);
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        var count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
