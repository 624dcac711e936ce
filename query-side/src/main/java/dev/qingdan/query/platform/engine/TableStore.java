package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads and writes rows of a generation's tables, many in one statement.
 *
 * <p>Belongs to one thread.
 */
final class TableStore {

    /** A copy costs a way to the database and back more, and each row less. */
    private static final int WORTH_A_COPY = 8;

    private static final int USUAL_BYTES = 16 * 1024;

    private record Statements(
            String load, String delete, String copy, String insert, String write) {}

    private final JdbcTemplate jdbc;
    private final Map<Table, Statements> statements = new HashMap<>();
    private final Chunk chunk = new Chunk(USUAL_BYTES);

    TableStore(JdbcTemplate jdbc, String schema, List<Table> tables) {
        this.jdbc = jdbc;
        for (Table table : tables) {
            statements.put(
                    table,
                    switch (table) {
                        case RowTable<?, ?> rows ->
                                new Statements(
                                        TableSql.load(schema, rows),
                                        TableSql.delete(schema, rows),
                                        TableSql.copy(schema, rows),
                                        TableSql.insert(schema, rows),
                                        TableSql.upsert(schema, rows));
                        case TallyTable<?, ?, ?> sums ->
                                new Statements("", "", "", "", TableSql.add(schema, sums));
                    });
        }
    }

    Map<String, Row> load(RowTable<?, ?> table, Collection<String> keys) {
        var columns = Columns.of(table.rows());
        return onConnection(connection -> {
            var rows = new HashMap<String, Row>();
            try (var query = connection.prepareStatement(of(table).load())) {
                query.setArray(1, connection.createArrayOf("text", keys.toArray(String[]::new)));
                var found = query.executeQuery();
                while (found.next()) {
                    var values = new @Nullable Object[columns.all().size()];
                    for (int i = 0; i < values.length; i++) {
                        var column = columns.all().get(i);
                        values[i] = ColumnType.of(column).read(found, i + 1, column);
                    }
                    rows.put(found.getString(1), (Row) columns.row(values));
                }
            }
            return rows;
        });
    }

    void delete(RowTable<?, ?> table, Collection<String> keys) {
        onConnection(connection -> {
            try (var delete = connection.prepareStatement(of(table).delete())) {
                delete.setArray(1, connection.createArrayOf("text", keys.toArray(String[]::new)));
                return delete.executeUpdate();
            }
        });
    }

    /** Rows that the table does not have; one that it has is an error here. */
    void insert(RowTable<?, ?> table, Collection<Row> rows) {
        if (rows.size() < WORTH_A_COPY) {
            write(table, of(table).insert(), rows);
        } else {
            copy(table, rows);
        }
    }

    private void copy(RowTable<?, ?> table, Collection<Row> rows) {
        onConnection(connection -> {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var copy = copies.copyIn(of(table).copy());
            try {
                chunk.clear();
                new CopyBinary(Columns.of(table.rows()), copy, chunk).write(rows);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    /** Upserts rows, or adds tallies: what the table's statement makes of them. */
    void write(Table table, Collection<?> rows) {
        write(table, of(table).write(), rows);
    }

    private void write(Table table, String statement, Collection<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var all = List.copyOf(rows);
        var columns = columnsOf(table);
        onConnection(connection -> {
            try (var write = connection.prepareStatement(statement)) {
                int parameter = 0;
                for (var column : columns.all()) {
                    var type = ColumnType.of(column);
                    write.setArray(
                            ++parameter,
                            connection.createArrayOf(type.element, type.array(column, all)));
                }
                return write.executeUpdate();
            }
        });
    }

    private static Columns columnsOf(Table table) {
        return switch (table) {
            case RowTable<?, ?> rows -> Columns.of(rows.rows());
            case TallyTable<?, ?, ?> sums -> Columns.of(sums.rows());
        };
    }

    private Statements of(Table table) {
        var found = statements.get(table);
        if (found == null) {
            throw new IllegalArgumentException(table.name() + " is no table of this projection");
        }
        return found;
    }

    /** Work on the transaction's connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T onConnection(Work<T> work) {
        ConnectionCallback<T> callback = work::on;
        return Objects.requireNonNull(jdbc.execute(callback));
    }
}
