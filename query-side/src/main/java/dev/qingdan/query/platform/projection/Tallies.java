package dev.qingdan.query.platform.projection;

import dev.qingdan.query.platform.projection.Columns.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a batch adds to a tally table: sums by key, so that each row is written once. */
public final class Tallies {

    private final Columns columns;
    private final int keys;
    private final Map<List<Object>, long[]> sums = new LinkedHashMap<>();

    Tallies(TallyTable<?, ?, ?> table) {
        columns = Columns.of(table.rows());
        keys = table.keys();
    }

    void add(List<? extends Record> rows) {
        for (Record row : rows) {
            var sum = sums.computeIfAbsent(key(row), _ -> new long[summed().size()]);
            Arrays.setAll(sum, i -> sum[i] + ((Number) value(summed().get(i), row)).longValue());
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
            var whole = summed().get(i).type() == int.class;
            values.add(whole ? (Object) Math.toIntExact(sum[i]) : (Object) sum[i]);
        }
        return (Record) columns.row(values.toArray());
    }

    private List<Object> key(Record row) {
        return columns.all().subList(0, keys).stream().map(column -> value(column, row)).toList();
    }

    private List<Column> summed() {
        return columns.all().subList(keys, columns.all().size());
    }

    private static Object value(Column column, Record row) {
        return Objects.requireNonNull(column.of(row), column.name());
    }
}
