package dev.qingdan.query.platform.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Folds a batch in memory, between one read and one write of the tables it touches.
 *
 * <p>An event that fails parks its aggregate: it and all later events of that aggregate become
 * {@linkplain Letter letters}, in order, while every other aggregate goes on.
 */
public final class BatchFold {

    /** An event that was not folded: the one that failed, or one that waits behind it. */
    public record Letter(Incoming event, @Nullable RuntimeException error) {}

    /** Whose events are parked. */
    public record Sequence(TopicPartition partition, String aggregateId) {

        public static Sequence of(Incoming event) {
            return new Sequence(event.partition(), event.aggregateId());
        }
    }

    private record Step(RowTable<?, ?> table, String key, @Nullable Row before, Row after) {

        boolean moved() {
            return before != after;
        }
    }

    private final List<Table> tables;
    private final boolean tallied;
    private final Map<RowTable<?, ?>, Map<String, Row>> before;
    private final Set<Sequence> parked;
    private final Map<RowTable<?, ?>, Map<String, Row>> changed = new LinkedHashMap<>();
    private final Map<TallyTable<?, ?, ?>, Tallies> tallies = new LinkedHashMap<>();
    private final List<Letter> letters = new ArrayList<>();

    public BatchFold(
            List<Table> tables,
            Map<RowTable<?, ?>, Map<String, Row>> before,
            Set<Sequence> parked) {
        this.tables = tables;
        this.tallied = tables.stream().anyMatch(TallyTable.class::isInstance);
        this.before = before;
        this.parked = new HashSet<>(parked);
    }

    /** May be called again and again: later events are folded over what earlier ones changed. */
    public BatchFold fold(List<Incoming> batch) {
        batch.forEach(this::fold);
        return this;
    }

    private void fold(Incoming incoming) {
        if (!parked.isEmpty() && parked.contains(Sequence.of(incoming))) {
            letters.add(new Letter(incoming, null));
            return;
        }
        try {
            apply(incoming);
        } catch (RuntimeException poison) {
            parked.add(Sequence.of(incoming));
            letters.add(new Letter(incoming, poison));
        }
    }

    /** All tables or none: what an event adds is kept back until every fold has taken it. */
    private void apply(Incoming incoming) {
        if (incoming.failure() != null) {
            throw incoming.failure();
        }
        var recorded = incoming.recorded();
        if (recorded == null) {
            throw new IllegalStateException("Neither an event nor a reason why not");
        }
        var steps = new ArrayList<Step>(1);
        for (Table table : tables) {
            if (table instanceof RowTable<?, ?> rows && rows.takes(recorded.event())) {
                var step = step(rows, incoming.aggregateId(), recorded);
                if (step.moved()) {
                    steps.add(step);
                }
            }
        }
        var additions = additions(steps, recorded);
        steps.forEach(step -> rowsOf(changed, step.table()).put(step.key(), step.after()));
        additions.forEach((sums, rows) -> tallies.computeIfAbsent(sums, Tallies::new).add(rows));
    }

    private Map<TallyTable<?, ?, ?>, List<? extends Record>> additions(
            List<Step> steps, Recorded<?> recorded) {
        if (!tallied) {
            return Map.of();
        }
        var additions = new LinkedHashMap<TallyTable<?, ?, ?>, List<? extends Record>>();
        for (Table table : tables) {
            if (table instanceof TallyTable<?, ?, ?> sums) {
                for (Step step : steps) {
                    if (step.table().equals(sums.counted())) {
                        var rows = sums.additions(step.before(), step.after(), recorded);
                        if (!rows.isEmpty()) {
                            additions.put(sums, rows);
                        }
                    }
                }
            }
        }
        return additions;
    }

    private Step step(RowTable<?, ?> table, String key, Recorded<?> recorded) {
        var row = rowsOf(changed, table).get(key);
        if (row == null) {
            row = before.getOrDefault(table, Map.of()).get(key);
        }
        return new Step(table, key, row, table.step(row, recorded));
    }

    private static Map<String, Row> rowsOf(
            Map<RowTable<?, ?>, Map<String, Row>> tables, RowTable<?, ?> table) {
        return tables.computeIfAbsent(table, _ -> new LinkedHashMap<>());
    }

    /** The rows to write, as the last event of the batch left them. */
    public Map<RowTable<?, ?>, Map<String, Row>> changed() {
        return changed;
    }

    /** The same, which is forgotten here: later events start from what they were folded over. */
    public Map<RowTable<?, ?>, Map<String, Row>> takeChanged() {
        var rows = new LinkedHashMap<>(changed);
        changed.clear();
        return rows;
    }

    public Map<TallyTable<?, ?, ?>, Tallies> tallies() {
        return tallies;
    }

    /** The rows of one table, for tests of a projection. */
    public <R extends Row> List<R> rows(RowTable<?, R> table) {
        return changed.getOrDefault(table, Map.of()).values().stream()
                .map(table.rows()::cast)
                .toList();
    }

    /** The sums of one table, for tests of a projection. */
    public <T extends Record> List<T> sums(TallyTable<?, ?, T> table) {
        var sums = tallies.get(table);
        return sums == null ? List.of() : sums.rows().stream().map(table.rows()::cast).toList();
    }

    public List<Letter> letters() {
        return letters;
    }
}
