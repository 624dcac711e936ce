package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a relay sent and took back again is nothing to wait for. */
class AbortedTransactionTest {

    @Test
    void what_was_taken_back_is_no_lag() {
        var history = History.of(placed("o"));
        var aborted = List.of(history.add(paid("o")));
        try (var broker = new Broker();
                var instance = Instance.start(TestPostgres.freshDatabase("aborted"), broker)) {
            broker.publish(history.events().subList(0, 1));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> status(instance).path("lastEventAt").isString());

            broker.publishAndTakeBack(aborted);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> end(status(instance)) == 4 && lag(instance) == 0);
        }
    }

    private static JsonNode status(Instance instance) {
        return instance.client()
                .get("/ops/projections/order_view", as(Tokens.staff("VIEWER")))
                .json();
    }

    /** Two records, and the marker of a transaction behind each. */
    private static long end(JsonNode status) {
        return status.path("partitions")
                .valueStream()
                .mapToLong(partition -> partition.path("end").asLong())
                .sum();
    }

    private static long lag(Instance instance) {
        return status(instance).path("lag").asLong(-1);
    }
}
