package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Logs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryAllTest {

    private final EngineDatabase database = new EngineDatabase();
    private final Defective projection = new Defective();

    private RetryAll.Outcome retryAll(Duration longest) {
        return new RetryAll(database.deadLetters, database.redelivery()).of(projection, longest);
    }

    @Test
    void each_aggregate_is_brought_up_to_date_in_its_own_order_and_what_fails_again_stays() {
        var history = new History();
        for (var order : List.of("poisoned-1", "poisoned-2", "poisoned-3")) {
            history.add(placed(order));
            history.add(paid(order));
            history.add(accepted(order));
        }
        history.add(paid("never-placed"));
        var log = Logs.of(history);
        var generation = database.generation(projection);
        var instance = new SimulatedInstance(database, projection, generation, log);
        instance.assign(log.keySet());
        instance.pollAll();
        projection.mended = true;

        assertThat(retryAll(Duration.ZERO)).isEqualTo(new RetryAll.Outcome(0, 0, true));
        assertThat(retryAll(Duration.ofSeconds(20))).isEqualTo(new RetryAll.Outcome(3, 1, false));
        assertThat(
                        database.jdbc.queryForList(
                                "select distinct events from samples_1.order_life", String.class))
                .containsExactly("OrderPlaced OrderPaid OrderAccepted");
        assertThat(database.deadLetters.of("samples", null, new Limit(100)))
                .extracting(DeadLetter::aggregateId)
                .containsExactly("never-placed");
        assertThat(retryAll(Duration.ofSeconds(20))).isEqualTo(new RetryAll.Outcome(0, 1, false));
    }
}
