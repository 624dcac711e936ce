package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.engine.SimulatedInstance.Fault;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.testing.AllProjections;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Logs;
import dev.qingdan.query.testing.Orders;
import dev.qingdan.query.testing.RandomHistory;
import dev.qingdan.query.testing.Records;
import dev.qingdan.query.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However batches are cut, instances overlap, fail before or after their commit and read again what
 * was read: the tables are those of one fold from the beginning, each event counted once.
 */
class ExactlyOnceTest {

    private static final int ORDERS = 30;
    private static final int SEEDS = 2;

    /** About a dozen events. */
    private static final long BYTES_IN_BULK = 3_000;

    private final EngineDatabase database = new EngineDatabase();

    private record Case(Projection projection, long seed, boolean inBulk) {

        GenerationWriter sink(EngineDatabase database, String generation) {
            return inBulk
                    ? database.bulk(projection, generation, BYTES_IN_BULK)
                    : database.polls(projection, generation);
        }

        @Override
        public String toString() {
            return projection.name() + (inBulk ? " in bulk" : "") + " with seed " + seed;
        }
    }

    static List<Case> cases() {
        var projections = new ArrayList<>(AllProjections.list());
        projections.add(new Samples());
        var cases = new ArrayList<Case>();
        for (Projection projection : projections) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                cases.add(new Case(projection, seed, false));
                cases.add(new Case(projection, seed, true));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void any_interleaving_and_any_redelivery_gives_the_same_rows(Case it) {
        var random = new Random(it.seed());
        var history = RandomHistory.of(random, ORDERS);
        var log = Logs.of(history);
        var topics = it.projection().topics().stream().map(topic -> topic.topicName()).toList();
        log.keySet().removeIf(partition -> !topics.contains(partition.topic()));
        var generation = database.generation(it.projection());
        var instances =
                Stream.generate(() -> it.sink(database, generation))
                        .map(sink -> new SimulatedInstance(database, generation, sink, log))
                        .limit(2)
                        .toList();
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
            instances.stream().filter(SimulatedInstance::atEnd).forEach(SimulatedInstance::idle);
        }

        var events = history.events().stream().map(Records::incoming).toList();
        assertThat(FoldedTables.differences(database.jdbc, it.projection(), generation, events))
                .isEmpty();
        assertThat(database.positions.events(generation))
                .isEqualTo(log.values().stream().mapToLong(List::size).sum());
    }

    @Test
    void rows_kept_in_hand_do_not_outlive_the_claim_on_their_partition() {
        var history = new History();
        history.add(Orders.placed("o"));
        history.add(Orders.paid("o"));
        history.add(Orders.accepted("o"));
        var log = Logs.of(history);
        var projection = new Samples();
        var generation = database.generation(projection);
        var first = inBulk(projection, generation, log);
        var second = inBulk(projection, generation, log);

        for (var instance : List.of(first, second, first)) {
            instance.assign(log.keySet());
            instance.poll(log.keySet(), 1, Fault.NONE);
        }

        assertThat(
                        database.jdbc.queryForObject(
                                "select events from samples_1.order_life", String.class))
                .isEqualTo("OrderPlaced OrderPaid OrderAccepted");
    }

    /** One that writes with each poll and remembers what it wrote. */
    private SimulatedInstance inBulk(
            Projection projection,
            String generation,
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log) {
        return new SimulatedInstance(
                database, generation, database.bulk(projection, generation, 1), log);
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
}
