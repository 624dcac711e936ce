package dev.qingdan.query.platform.projection;

import dev.qingdan.query.platform.projection.Columns.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a batch adds to a tally table: sums by key, so that each row is written once. */
public final class Tallies {

    private final Columns columns;
    private final List<Column> keys;
    private final List<Column> summed;
    private final Map<List<Object>, long[]> sums = new LinkedHashMap<>();

    Tallies(TallyTable<?, ?, ?> table) {
        columns = Columns.of(table.rows());
        keys = columns.all().subList(0, table.keys());
        summed = columns.all().subList(table.keys(), columns.all().size());
    }

    void add(List<? extends Record> rows) {
        for (Record row : rows) {
            var sum = sums.computeIfAbsent(key(row), _ -> new long[summed.size()]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += ((Number) value(summed.get(i), row)).longValue();
            }
        }
    }

    /** One row for each key, holding what is to be added to it. */
    public List<Record> rows() {
        return sums.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Record row(List<Object> key, long[] sum) {
        var values = new ArrayList<>(key);
        for (int i = 0; i < sum.length; i++) {
            var whole = summed.get(i).type() == int.class;
            values.add(whole ? (Object) Math.toIntExact(sum[i]) : (Object) sum[i]);
        }
        return (Record) columns.row(values.toArray());
    }

    private List<Object> key(Record row) {
        var key = new Object[keys.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = value(keys.get(i), row);
        }
        return List.of(key);
    }

    private static Object value(Column column, Record row) {
        return Objects.requireNonNull(column.of(row), column.name());
    }
}
