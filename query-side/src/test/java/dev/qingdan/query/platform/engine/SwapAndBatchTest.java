package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Tokens;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A batch that began when nobody read its generation tells nobody what it changes. */
class SwapAndBatchTest {

    private static final String REBUILDS = "/ops/projections/shop_view/rebuilds";

    @Test
    void a_swap_waits_for_a_batch_that_began_before_it() throws SQLException {
        var database = TestPostgres.freshDatabase("swap");
        try (var broker = new Broker();
                var instance = Instance.start(database, broker);
                var batch =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password())) {
            awaitState(instance, "/ops/projections/shop_view", "LIVE", Duration.ZERO);
            batch.setAutoCommit(false);
            batch.createStatement()
                    .execute(
                            """
                            select pg_advisory_xact_lock_shared(hashtextextended('generation:shop_view_2', 0))
                            """);
            var rebuild =
                    instance.client()
                            .post(REBUILDS, "{\"mode\":\"REPLACE\"}", as(Tokens.staff("OPERATOR")))
                            .json()
                            .path("rebuildId")
                            .asString();

            awaitState(instance, REBUILDS + "/" + rebuild, "RUNNING", Duration.ofSeconds(3));
            batch.commit();
            awaitState(instance, REBUILDS + "/" + rebuild, "DONE", Duration.ZERO);
        }
    }

    private static void awaitState(Instance instance, String path, String state, Duration during) {
        await().during(during)
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        instance.client()
                                .get(path, as(Tokens.staff("VIEWER")))
                                .json()
                                .path("state")
                                .asString()
                                .equals(state));
    }
}
