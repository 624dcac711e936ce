package dev.qingdan.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.projection.Columns.Column;
import dev.qingdan.query.testing.AllProjections;
import dev.qingdan.query.testing.Logs;
import dev.qingdan.query.testing.RandomHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Whatever order partitions are read in, however batches are cut and however often they come again,
 * the folds of every projection lead to the same rows and sums, even where nobody kept positions.
 */
class AnyDeliveryTest {

    private static final int CASES = 100;
    private static final int ORDERS = 12;

    /** The tables of a projection, as a database would hold them. */
    private static final class Store {

        private final List<Table> tables;
        private final Map<RowTable<?, ?>, Map<String, Row>> rows = new HashMap<>();
        private final Map<TallyTable<?, ?, ?>, Map<List<Object>, List<Long>>> sums =
                new HashMap<>();

        private Store(Projection projection) {
            tables = projection.tables();
        }

        private void write(List<Incoming> batch) {
            var fold = new BatchFold(tables, rows, Set.of()).fold(batch);
            assertThat(fold.letters()).isEmpty();
            fold.changed().forEach((table, changed) -> in(rows, table).putAll(changed));
            fold.tallies().forEach((table, added) -> added.rows().forEach(row -> add(table, row)));
        }

        private void add(TallyTable<?, ?, ?> table, Record row) {
            var columns = Columns.of(table.rows()).all();
            var key = columns.subList(0, table.keys()).stream().map(c -> c.of(row)).toList();
            var added =
                    columns.subList(table.keys(), columns.size()).stream()
                            .map(column -> number(column, row))
                            .toList();
            in(sums, table).merge(List.copyOf(key), added, Store::sum);
        }

        private static long number(Column column, Record row) {
            return column.of(row) instanceof Number number ? number.longValue() : 0;
        }

        private static List<Long> sum(List<Long> some, List<Long> more) {
            var sums = new ArrayList<Long>();
            for (int i = 0; i < some.size(); i++) {
                sums.add(some.get(i) + more.get(i));
            }
            return sums;
        }

        private static <T, K, V> Map<K, V> in(Map<T, Map<K, V>> tables, T table) {
            return tables.computeIfAbsent(table, _ -> new HashMap<>());
        }
    }

    @Test
    void any_interleaving_and_any_redelivery_of_batches_gives_the_same_rows() {
        for (Projection projection : AllProjections.list()) {
            for (int seed = 0; seed < CASES; seed++) {
                check(projection, new Random(seed), projection.name() + " with seed " + seed);
            }
        }
    }

    private static void check(Projection projection, Random random, String which) {
        var history = RandomHistory.of(random, ORDERS);
        var partitions =
                Logs.of(history).values().stream()
                        .map(records -> records.stream().map(AnyDeliveryTest::decoded).toList())
                        .toList();
        var once = new Store(projection);
        partitions.forEach(once::write);

        var store = new Store(projection);
        var positions = new int[partitions.size()];
        while (!atEnd(positions, partitions)) {
            var batch = new ArrayList<Incoming>();
            for (int i = 0; i < positions.length; i++) {
                var log = partitions.get(i);
                // Now and then some way back, as after a crash or a rebalance
                var from = random.nextInt(5) == 0 ? random.nextInt(positions[i] + 1) : positions[i];
                var to = Math.min(log.size(), from + random.nextInt(6));
                batch.addAll(log.subList(from, to));
                positions[i] = Math.max(positions[i], to);
            }
            store.write(batch);
        }

        assertThat(store.rows).as(which).isEqualTo(once.rows);
        assertThat(store.sums).as(which).isEqualTo(once.sums);
    }

    private static Incoming decoded(ConsumerRecord<String, byte[]> record) {
        return Incoming.of(record);
    }

    private static boolean atEnd(int[] positions, List<List<Incoming>> partitions) {
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < partitions.get(i).size()) {
                return false;
            }
        }
        return true;
    }
}
