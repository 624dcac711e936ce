package dev.qingdan.command.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Inserts all rows of a group, and may tell those who listen for events, in one round trip. */
final class GroupWrite {

    private record Batch<R>(BatchTable<R> table, List<R> rows) {

        int bind(PreparedStatement insert, int parameter) throws SQLException {
            return BatchSql.bind(insert, parameter, table.columns(), rows);
        }
    }

    private final List<Batch<?>> batches = new ArrayList<>();
    private final boolean tells;

    GroupWrite(boolean tells) {
        this.tells = tells;
    }

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
        try (var write = connection.prepareStatement(String.join(";\n", inserts()))) {
            bind(write, 1);
            write.execute();
        }
    }

    /**
     * Takes the append lock first. Without a transaction around it, all that is sent together is
     * one: PostgreSQL commits at the end of what came without a pause (its documentation calls it
     * an implicit transaction block).
     *
     * @throws SQLException also where the belief was wrong
     */
    void atOnceOn(Connection connection, Belief belief) throws SQLException {
        var statements = new ArrayList<String>();
        statements.add(EventLog.APPEND_LOCK);
        if (!appends()) {
            statements.add(Conditions.DEMAND_HEAD);
        }
        statements.addAll(belief.conditions().demands());
        statements.addAll(inserts());
        try (var write = connection.prepareStatement(String.join(";\n", statements))) {
            int parameter = 1;
            if (!appends()) {
                write.setLong(parameter++, belief.standing().headBefore());
            }
            bind(write, belief.conditions().bind(write, parameter));
            write.execute();
        }
    }

    private List<String> inserts() {
        var inserts = new ArrayList<String>();
        batches.forEach(batch -> inserts.add(batch.table().insertLookedFor()));
        if (tells && appends()) {
            inserts.add(EventLog.TELL_LISTENERS);
        }
        return inserts;
    }

    /** An event's position meets another one where somebody else has appended. */
    private boolean appends() {
        return batches.stream().anyMatch(batch -> batch.table() == EventLog.TABLE);
    }

    private void bind(PreparedStatement write, int first) throws SQLException {
        int parameter = first;
        for (var batch : batches) {
            parameter = batch.bind(write, parameter);
        }
    }
}
