package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.Standing.RowKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the append lock and looks at all that a group rests on, in one round trip. */
final class GroupLook {

    private static final String LOCK_AND_HEAD =
            EventLog.APPEND_LOCK + ";\n" + EventLog.HEAD + ";\n";

    private static final String SEQUENCES =
            """
            select coalesce((select max(sequence) from event e
                             where e.aggregate_type = asked.type and e.aggregate_id = asked.id), -1)
            from unnest(?::text[], ?::text[]) with ordinality as asked (type, id, number)
            order by number\
            """;

    private final StreamEnds ends;
    private final Conditions conditions;
    private final Set<StreamId> begun = new HashSet<>();
    private final Map<StreamId, Long> known;
    private final List<StreamId> unknown;

    /**
     * @param newKeys whether to look for the keys of new rows
     */
    GroupLook(List<Pending> group, StreamEnds ends, boolean newKeys) {
        this.ends = ends;
        this.conditions = new Conditions(group, newKeys);
        var asked = new LinkedHashSet<StreamId>();
        for (Pending pending : group) {
            for (StreamId stream : pending.expected().keySet()) {
                (pending.begins(stream) ? begun : asked).add(stream);
            }
        }
        known = ends.of(asked);
        asked.removeAll(known.keySet());
        unknown = List.copyOf(asked);
    }

    Standing on(Connection connection) throws SQLException {
        try (var look = connection.prepareStatement(sql())) {
            bind(look);
            look.execute();
            long head = head(next(look));
            var sequences = new HashMap<StreamId, Long>();
            if (!unknown.isEmpty()) {
                sequences.putAll(sequences(next(look), unknown));
            }
            var held = conditions.holds().isEmpty() ? Set.<String>of() : held(next(look));
            var taken = taken(look);
            sequences.putAll(ends.isTrueAt(head) ? known : askAgain(connection));
            return new Standing(head, held, begun, sequences, taken);
        }
    }

    /** Somebody else has appended since. */
    private Map<StreamId, Long> askAgain(Connection connection) throws SQLException {
        if (known.isEmpty()) {
            return known;
        }
        var streams = List.copyOf(known.keySet());
        try (var look = connection.prepareStatement(SEQUENCES)) {
            bind(look, 1, streams);
            return sequences(look.executeQuery(), streams);
        }
    }

    private String sql() {
        return LOCK_AND_HEAD
                + (unknown.isEmpty() ? "" : SEQUENCES + ";\n")
                + String.join(";\n", conditions.questions());
    }

    private void bind(PreparedStatement look) throws SQLException {
        int parameter = unknown.isEmpty() ? 1 : bind(look, 1, unknown);
        conditions.bind(look, parameter);
    }

    private static int bind(PreparedStatement look, int first, List<StreamId> streams)
            throws SQLException {
        look.setArray(first, BatchSql.array(look, "text", streams, s -> s.type().typeName()));
        look.setArray(first + 1, BatchSql.array(look, "text", streams, StreamId::id));
        return first + 2;
    }

    private static long head(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }

    private static Set<String> held(ResultSet rows) throws SQLException {
        var held = new HashSet<String>();
        while (rows.next()) {
            held.add(rows.getString(1));
        }
        return held;
    }

    private static Map<StreamId, Long> sequences(ResultSet rows, List<StreamId> streams)
            throws SQLException {
        var sequences = new HashMap<StreamId, Long>();
        for (StreamId stream : streams) {
            rows.next();
            sequences.put(stream, rows.getLong(1));
        }
        return sequences;
    }

    private Set<RowKey> taken(PreparedStatement look) throws SQLException {
        var taken = new HashSet<RowKey>();
        for (var asked : conditions.rows()) {
            var rows = next(look);
            while (rows.next()) {
                taken.add(asked.get(rows.getInt(1)));
            }
        }
        return taken;
    }

    /** The first result is the lock's own, which nobody wants. */
    private static ResultSet next(PreparedStatement look) throws SQLException {
        if (!look.getMoreResults()) {
            throw new IllegalStateException("A statement of the look gave no rows");
        }
        return look.getResultSet();
    }
}
