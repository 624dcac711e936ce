package dev.qingdan.query.platform.engine;

import static java.util.stream.Collectors.joining;

import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.Columns.Column;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.TallyTable;
import java.util.List;
import java.util.function.Function;

/** The statements that read and write many rows at once: one array for each column. */
final class TableSql {

    private TableSql() {}

    static String load(String schema, RowTable<?, ?> table) {
        var columns = Columns.of(table.rows());
        return "select %s from %s.%s where %s = any(?)"
                .formatted(names(columns.all()), schema, table.name(), columns.key().name());
    }

    static String delete(String schema, RowTable<?, ?> table) {
        var key = Columns.of(table.rows()).key().name();
        return "delete from %s.%s where %s = any(?)".formatted(schema, table.name(), key);
    }

    static String copy(String schema, RowTable<?, ?> table) {
        var columns = Columns.of(table.rows()).all();
        return "copy %s.%s (%s) from stdin (format binary)"
                .formatted(schema, table.name(), names(columns));
    }

    /** Rows that the table does not have. */
    static String insert(String schema, RowTable<?, ?> table) {
        return insert(schema, table.name(), Columns.of(table.rows()).all());
    }

    /** Redeliveries change nothing: a row only moves to a higher version. */
    static String upsert(String schema, RowTable<?, ?> table) {
        var columns = Columns.of(table.rows());
        var name = table.name();
        var key = columns.key().name();
        var others = columns.all().stream().filter(column -> !column.name().equals(key)).toList();
        return insert(schema, name, columns.all())
                + " on conflict (%s) do update set %s where %s.version < excluded.version"
                        .formatted(
                                key, each(others, c -> c.name() + " = excluded." + c.name()), name);
    }

    static String add(String schema, TallyTable<?, ?, ?> table) {
        var columns = Columns.of(table.rows()).all();
        var name = table.name();
        var keys = columns.subList(0, table.keys());
        var sums = columns.subList(table.keys(), columns.size());
        // In the order of their keys, so that no two instances ever wait for each other in a circle
        return insert(schema, name, columns)
                + " order by %1$s on conflict (%1$s) do update set %2$s"
                        .formatted(
                                names(keys),
                                each(
                                        sums,
                                        c ->
                                                "%1$s = %2$s.%1$s + excluded.%1$s"
                                                        .formatted(c.name(), name)));
    }

    /**
     * Arrays that are taken apart among what is selected give their rows one by one; where they are
     * selected from, PostgreSQL first stores each by itself, for twice the time.
     */
    private static String insert(String schema, String table, List<Column> columns) {
        return "insert into %s.%s (%s) select %s from (select %s) as batch"
                .formatted(
                        schema,
                        table,
                        names(columns),
                        each(columns, c -> c.name() + "::" + ColumnType.of(c).sql),
                        each(
                                columns,
                                c ->
                                        "unnest(?::%s[]) as %s"
                                                .formatted(ColumnType.of(c).element, c.name())));
    }

    private static String names(List<Column> columns) {
        return each(columns, Column::name);
    }

    private static String each(List<Column> columns, Function<Column, String> text) {
        return columns.stream().map(text).collect(joining(", "));
    }
}
