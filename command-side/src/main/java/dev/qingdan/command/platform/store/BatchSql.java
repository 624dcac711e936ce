package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.store.BatchTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many rows in one statement: one array for each column. */
final class BatchSql {

    private BatchSql() {}

    /** How many of the rows are new. */
    static <R> int insert(Connection connection, BatchTable<R> table, List<R> rows)
            throws SQLException {
        try (var insert = connection.prepareStatement(table.insert())) {
            bind(insert, 1, table.columns(), rows);
            return insert.executeUpdate();
        }
    }

    /** Binds one array for each column, beginning with that parameter; gives the next one. */
    static <R> int bind(
            PreparedStatement statement, int parameter, List<Column<R>> columns, List<R> rows)
            throws SQLException {
        int next = parameter;
        for (Column<R> column : columns) {
            statement.setArray(next++, array(statement, column.element(), rows, elements(column)));
        }
        return next;
    }

    static <R> java.sql.Array array(
            PreparedStatement statement,
            String type,
            List<R> rows,
            Function<R, @Nullable Object> value)
            throws SQLException {
        var elements = elements(type, rows.size());
        for (int i = 0; i < elements.length; i++) {
            elements[i] = value.apply(rows.get(i));
        }
        return statement.getConnection().createArrayOf(type, elements);
    }

    private static <R> Function<R, @Nullable Object> elements(Column<R> column) {
        return column.isMoment() ? row -> seconds(column.value().apply(row)) : column.value();
    }

    /** Since 1970; a double is exact to less than a microsecond, which PostgreSQL rounds to. */
    private static @Nullable Double seconds(@Nullable Object moment) {
        return moment instanceof Instant instant
                ? instant.getEpochSecond() + instant.getNano() / 1e9
                : null;
    }

    /** Typed where the driver then sends them in binary. */
    private static @Nullable Object[] elements(String type, int size) {
        return switch (type) {
            case "int8" -> new Long[size];
            case "int4" -> new Integer[size];
            case "float8" -> new Double[size];
            case "bool" -> new Boolean[size];
            case "bytea" -> new byte[size][];
            case "text" -> new String[size];
            default -> new Object[size];
        };
    }
}
