package dev.qingdan.command.platform.store;

import static java.util.Objects.requireNonNull;

import dev.qingdan.command.platform.store.Standing.RowKey;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Rows that belong to the unit of work in hand: they are committed with its events or not at all.
 */
@Component
public class Writes {

    private final JdbcTemplate jdbc;

    Writes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a row; one that is there already stays as it is.
     *
     * @throws ConcurrencyException now or at the commit, where such a repetition conflicts
     */
    public <R> void add(BatchTable<R> table, R row) {
        var pending = Pending.current();
        if (pending == null) {
            addNow(table, List.of(row));
        } else {
            pending.rows().add(table, row);
        }
    }

    /**
     * In a unit of work that is committed with others: nothing of it is written where there is a
     * row with this one's key by then.
     */
    public <R> void requireNone(BatchTable<R> table, R row) {
        var pending = Pending.current();
        if (pending == null) {
            throw new IllegalStateException("Only a group is looked at again when it is committed");
        }
        pending.restsOnNo(new RowKey(table, table.keyOf(row)));
    }

    /**
     * Writes rows that belong to no unit of work, in one statement, in the transaction in hand if
     * there is one.
     *
     * @throws ConcurrencyException where a repetition conflicts and any of them is one
     */
    public <R> void addNow(BatchTable<R> table, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        ConnectionCallback<Integer> insert = connection -> BatchSql.insert(connection, table, rows);
        var written = requireNonNull(jdbc.execute(insert));
        if (table.repeat() == BatchTable.Repeat.CONFLICTS && written < rows.size()) {
            throw new ConcurrencyException("There is such a row in " + table.name());
        }
    }
}
