package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Samples.LIVES;
import static dev.qingdan.query.testing.Samples.TAKINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.engine.SimulatedInstance.Fault;
import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Logs;
import dev.qingdan.query.testing.Orders;
import dev.qingdan.query.testing.Records;
import dev.qingdan.query.testing.Samples;
import dev.qingdan.query.testing.Samples.OrderLife;
import dev.qingdan.query.testing.Samples.Takings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However batches are cut, instances overlap, fail before or after their commit and read again what
 * was read: the tables are those of one fold from the beginning, each event counted once.
 */
class ExactlyOnceTest {

    private static final int ORDERS = 40;

    private final EngineDatabase database = new EngineDatabase();
    private final Samples projection = new Samples();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_interleaving_and_any_redelivery_gives_the_same_rows(long seed) {
        var random = new Random(seed);
        var history = history(random);
        var log = Logs.of(history);
        var generation = database.generation(projection);
        var first = new SimulatedInstance(database, projection, generation, log);
        var second = new SimulatedInstance(database, projection, generation, log);
        var instances = List.of(first, second);
        instances.forEach(instance -> instance.assign(log.keySet()));

        while (!instances.stream().allMatch(SimulatedInstance::atEnd)) {
            var instance = instances.get(random.nextInt(2));
            if (random.nextInt(20) == 0) {
                instance.assign(log.keySet());
            }
            if (random.nextInt(40) == 0) {
                instance.rewind(log.keySet());
            }
            instance.poll(some(log.keySet(), random), 1 + random.nextInt(7), fault(random));
        }

        var expected =
                new BatchFold(projection.tables(), Map.of(), Set.of()).fold(incoming(history));
        assertThat(lives(generation)).containsExactlyInAnyOrderElementsOf(expected.rows(LIVES));
        assertThat(takings(generation)).isEqualTo(expected.sums(TAKINGS));
    }

    /** Forty orders, their lives woven into each other at random. */
    private static History history(Random random) {
        var history = new History();
        var stage = new TreeMap<String, Integer>();
        for (int i = 0; i < ORDERS; i++) {
            stage.put("order-" + i, 0);
        }
        while (!stage.isEmpty()) {
            var open = new ArrayList<>(stage.keySet());
            var order = open.get(random.nextInt(open.size()));
            switch (stage.merge(order, 1, Integer::sum)) {
                case 1 -> history.add(Orders.placed(order));
                case 2 -> history.add(Orders.paid(order));
                case 3 -> history.add(Orders.accepted(order));
                default -> {
                    history.add(Orders.ready(order));
                    stage.remove(order);
                }
            }
        }
        return history;
    }

    private static List<Incoming> incoming(History history) {
        return history.events().stream().map(Records::incoming).toList();
    }

    private static List<TopicPartition> some(Set<TopicPartition> partitions, Random random) {
        return partitions.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private static Fault fault(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Fault.BEFORE_COMMIT;
            case 1 -> Fault.AFTER_COMMIT;
            default -> Fault.NONE;
        };
    }

    private List<OrderLife> lives(String generation) {
        return database.jdbc.query(
                "select order_id, events, version from " + generation + ".order_life",
                (row, _) -> new OrderLife(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private List<Takings> takings(String generation) {
        return database.jdbc.query(
                "select shop_id, orders, revenue from " + generation + ".takings",
                (row, _) -> new Takings(row.getString(1), row.getInt(2), row.getLong(3)));
    }
}
