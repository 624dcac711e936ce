package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.BatchFold.Sequence;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.Tallies;
import dev.qingdan.query.platform.projection.TallyTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of one generation, and folding events into them: one read, one write for each. */
final class GenerationTables {

    /** Rows that need not be read because the caller knows what is in the database. */
    interface Known {

        @Nullable Row row(TopicPartition partition, RowTable<?, ?> table, String key);

        /** Whether this is an aggregate's first event, and nobody has folded it before. */
        boolean begins(Incoming event);

        Known NOTHING =
                new Known() {
                    @Override
                    public @Nullable Row row(
                            TopicPartition partition, RowTable<?, ?> table, String key) {
                        return null;
                    }

                    @Override
                    public boolean begins(Incoming event) {
                        return false;
                    }
                };
    }

    private final List<Table> tables;
    private final TableStore store;

    GenerationTables(Projection projection, String generation, JdbcTemplate jdbc) {
        this.tables = OlderDays.leftOut(projection, generation, jdbc);
        this.store = new TableStore(jdbc, generation, tables);
    }

    /** Within the caller's transaction. */
    BatchFold fold(List<Incoming> events, Known known, Set<Sequence> parked) {
        var begun = new HashMap<RowTable<?, ?>, Set<String>>();
        var fold = new BatchFold(tables, rows(events, known, begun), parked).fold(events);
        fold.changed()
                .forEach((table, rows) -> write(table, rows, begun.getOrDefault(table, Set.of())));
        write(fold.tallies());
        return fold;
    }

    /** New rows need not be looked for before they are written. */
    private void write(RowTable<?, ?> table, Map<String, Row> changed, Set<String> begun) {
        var newer = new ArrayList<Row>(changed.size());
        var older = new ArrayList<Row>();
        changed.forEach((key, row) -> (begun.contains(key) ? newer : older).add(row));
        store.insert(table, newer);
        store.write(table, older);
    }

    /** Starts from these rows, to which those may be added that later events need. */
    BatchFold foldOver(Map<RowTable<?, ?>, Map<String, Row>> stored) {
        return new BatchFold(tables, stored, Set.of());
    }

    /**
     * Reads the rows that these events need and that are not at hand. The first event of an
     * aggregate needs none, because no row of its can be there, and makes the one that the next
     * events need.
     */
    void load(List<Incoming> events, Map<RowTable<?, ?>, Map<String, Row>> stored) {
        for (Table table : tables) {
            if (table instanceof RowTable<?, ?> rows) {
                var known = stored.computeIfAbsent(rows, _ -> new HashMap<>());
                var begun = new HashSet<String>();
                var missing = new HashSet<String>();
                for (Incoming event : events) {
                    var key = event.aggregateId();
                    if (event.feeds(table)) {
                        if (!event.isLater()) {
                            begun.add(key);
                        } else if (!known.containsKey(key) && !begun.contains(key)) {
                            missing.add(key);
                        }
                    }
                }
                if (!missing.isEmpty()) {
                    known.putAll(store.load(rows, missing));
                }
            }
        }
    }

    /**
     * Within the caller's transaction.
     *
     * @param stored the rows that are there: all others are new
     */
    void write(RowTable<?, ?> table, Map<String, Row> changed, Map<String, Row> stored) {
        if (!changed.isEmpty()) {
            var older = changed.keySet().stream().filter(stored::containsKey).toList();
            if (!older.isEmpty()) {
                store.delete(table, older);
            }
            store.insert(table, changed.values());
        }
    }

    /** Within the caller's transaction, all in one statement: who waits for whom has an order. */
    void write(Map<TallyTable<?, ?, ?>, Tallies> sums) {
        sums.forEach((table, added) -> store.write(table, added.rows()));
    }

    private Map<RowTable<?, ?>, Map<String, Row>> rows(
            List<Incoming> events, Known known, Map<RowTable<?, ?>, Set<String>> begun) {
        var rows = new HashMap<RowTable<?, ?>, Map<String, Row>>();
        for (Table table : tables) {
            if (table instanceof RowTable<?, ?> rowTable) {
                var first = new HashSet<String>();
                rows.put(rowTable, rows(rowTable, events, known, first));
                begun.put(rowTable, first);
            }
        }
        return rows;
    }

    private Map<String, Row> rows(
            RowTable<?, ?> table, List<Incoming> events, Known known, Set<String> begun) {
        var rows = new HashMap<String, Row>();
        var unknown = new HashSet<String>();
        for (Incoming event : events) {
            var key = event.aggregateId();
            if (event.feeds(table) && !begun.contains(key)) {
                var row = known.row(event.partition(), table, key);
                if (row != null) {
                    rows.put(key, row);
                } else if (known.begins(event)) {
                    begun.add(key);
                } else {
                    unknown.add(key);
                }
            }
        }
        if (!unknown.isEmpty()) {
            rows.putAll(store.load(table, unknown));
        }
        return rows;
    }
}
