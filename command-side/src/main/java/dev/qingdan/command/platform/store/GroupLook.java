package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.joining;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.Standing.RowKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
    private final Set<String> holds = new LinkedHashSet<>();
    private final Set<StreamId> begun = new HashSet<>();
    private final Map<StreamId, Long> known;
    private final List<StreamId> unknown;
    private final Map<BatchTable<?>, List<RowKey>> keys = new LinkedHashMap<>();

    /**
     * @param newKeys whether to look for the keys of new rows; they are mostly not there, and where
     *     one is, it is met at the latest when the rows are written
     */
    GroupLook(List<Pending> group, StreamEnds ends, boolean newKeys) {
        this.ends = ends;
        var asked = new LinkedHashSet<StreamId>();
        var rows = new LinkedHashSet<RowKey>();
        for (Pending pending : group) {
            holds.addAll(pending.holds());
            for (StreamId stream : pending.expected().keySet()) {
                (pending.begins(stream) ? begun : asked).add(stream);
            }
            if (newKeys) {
                rows.addAll(pending.newKeys());
            }
            rows.addAll(pending.without());
        }
        known = ends.of(asked);
        asked.removeAll(known.keySet());
        unknown = List.copyOf(asked);
        for (RowKey row : rows) {
            keys.computeIfAbsent(row.table(), _ -> new ArrayList<>()).add(row);
        }
    }

    Standing on(Connection connection) throws SQLException {
        try (var look = connection.prepareStatement(sql())) {
            bind(look);
            look.execute();
            long head = head(next(look));
            var held = holds.isEmpty() ? holds : held(next(look));
            var sequences = new HashMap<StreamId, Long>();
            if (!unknown.isEmpty()) {
                sequences.putAll(sequences(next(look), unknown));
            }
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
                + (holds.isEmpty() ? "" : Holds.TRY_EACH + ";\n")
                + (unknown.isEmpty() ? "" : SEQUENCES + ";\n")
                + keys.keySet().stream().map(BatchTable::taken).collect(joining(";\n"));
    }

    private void bind(PreparedStatement look) throws SQLException {
        int parameter = 1;
        if (!holds.isEmpty()) {
            look.setArray(parameter++, look.getConnection().createArrayOf("text", holds.toArray()));
        }
        if (!unknown.isEmpty()) {
            parameter = bind(look, parameter, unknown);
        }
        for (var asked : keys.entrySet()) {
            parameter = bind(look, parameter, asked.getKey(), asked.getValue());
        }
    }

    private static int bind(PreparedStatement look, int first, List<StreamId> streams)
            throws SQLException {
        look.setArray(first, BatchSql.array(look, "text", streams, s -> s.type().typeName()));
        look.setArray(first + 1, BatchSql.array(look, "text", streams, StreamId::id));
        return first + 2;
    }

    private static int bind(
            PreparedStatement look, int first, BatchTable<?> table, List<RowKey> asked)
            throws SQLException {
        int parameter = first;
        var numbers = IntStream.range(0, asked.size()).boxed().toList();
        look.setArray(parameter++, BatchSql.array(look, "int4", numbers, number -> number));
        for (int i = 0; i < table.keys(); i++) {
            int column = i;
            var type = table.columns().get(i).type();
            look.setArray(
                    parameter++,
                    BatchSql.array(look, type, asked, key -> key.values().get(column)));
        }
        return parameter;
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
        for (var asked : keys.values()) {
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
