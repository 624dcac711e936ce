package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Samples;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A deployment with changed folds. */
class VersionsTest {

    static final class Changed extends Samples {

        @Override
        public int version() {
            return 2;
        }
    }

    @Test
    void a_changed_version_starts_its_own_rebuild_and_takes_over() {
        var database = TestPostgres.freshDatabase("versions");
        try (var broker = new Broker()) {
            broker.publish(History.of(placed("o")).events());
            try (var old = Instance.start(database, broker, new Class<?>[] {Samples.class})) {
                awaitOrders(old, "samples_1");
            }
            try (var next = Instance.start(database, broker, new Class<?>[] {Changed.class})) {
                awaitOrders(next, "samples_2");
                awaitLive(next, "samples_2");

                assertThat(requestedBy(next)).containsExactly("version 2");
            }
        }
    }

    @Test
    void a_live_generation_that_nobody_can_fill_any_more_says_that_it_stands_still() {
        var database = TestPostgres.freshDatabase("versions");
        try (var broker = new Broker()) {
            var history = History.of(placed("o"));
            broker.publish(history.events());
            try (var old = Instance.start(database, broker, new Class<?>[] {Samples.class})) {
                awaitOrders(old, "samples_1");
            }
            broker.publish(history.add(paid("o")));
            // Never put in place, so that there is time to look
            var never = "--qingdan.projections.swap-lag=-1";
            try (var next =
                    Instance.start(database, broker, new Class<?>[] {Changed.class}, never)) {
                awaitOrders(next, "samples_2");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> state(next).equals("STANDING_STILL"));
            }
        }
    }

    private static String state(Instance instance) {
        return instance.client()
                .get("/ops/projections/samples", as(Tokens.staff("VIEWER")))
                .json()
                .path("state")
                .asString();
    }

    private static void awaitOrders(Instance instance, String schema) {
        var jdbc = instance.bean(JdbcTemplate.class);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> jdbc.queryForList("select 1 from " + schema + ".takings").size() == 1);
    }

    private static void awaitLive(Instance instance, String generation) {
        var jdbc = instance.bean(JdbcTemplate.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        jdbc.queryForList(
                                        "select id from engine.generation where state = 'LIVE'",
                                        String.class)
                                .contains(generation));
    }

    private static List<String> requestedBy(Instance instance) {
        return instance.bean(JdbcTemplate.class)
                .queryForList("select requested_by from engine.rebuild", String.class);
    }
}
