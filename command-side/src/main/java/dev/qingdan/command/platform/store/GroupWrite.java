package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Inserts all rows of a group and tells those who listen for events, in one round trip. */
final class GroupWrite {

    private record Batch<R>(BatchTable<R> table, List<R> rows) {

        int bind(PreparedStatement insert, int parameter) throws SQLException {
            return BatchSql.bind(insert, parameter, table.columns(), rows);
        }
    }

    private final List<Batch<?>> batches = new ArrayList<>();

    <R> void add(BatchTable<R> table, List<R> rows) {
        if (!rows.isEmpty()) {
            batches.add(new Batch<>(table, rows));
        }
    }

    /**
     * @throws SQLException where a row is there that must not be, or one is not as it should be
     */
    void on(Connection connection) throws SQLException {
        if (batches.isEmpty()) {
            return;
        }
        try (var write = connection.prepareStatement(sql())) {
            int parameter = 1;
            for (var batch : batches) {
                parameter = batch.bind(write, parameter);
            }
            write.execute();
        }
    }

    private String sql() {
        return batches.stream()
                .map(batch -> batch.table().insertLookedFor())
                .collect(joining(";\n", "", hasEvents() ? ";\n" + EventLog.TELL_LISTENERS : ""));
    }

    private boolean hasEvents() {
        return batches.stream().anyMatch(batch -> batch.table() == EventLog.TABLE);
    }
}
