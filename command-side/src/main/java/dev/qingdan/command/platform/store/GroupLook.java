package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.Standing.RowKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private final List<StreamId> streams;
    private final Map<BatchTable<?>, List<RowKey>> keys;

    GroupLook(List<Pending> group) {
        streams = group.stream().flatMap(p -> p.expected().keySet().stream()).distinct().toList();
        keys =
                group.stream()
                        .flatMap(pending -> Standing.keysOf(pending).stream())
                        .distinct()
                        .collect(groupingBy(RowKey::table, LinkedHashMap::new, toList()));
    }

    Standing on(Connection connection) throws SQLException {
        try (var look = connection.prepareStatement(sql())) {
            bind(look);
            look.execute();
            long head = head(next(look));
            return new Standing(head, sequences(next(look)), taken(look));
        }
    }

    private String sql() {
        return LOCK_AND_HEAD
                + SEQUENCES
                + keys.keySet().stream().map(table -> ";\n" + table.taken()).collect(joining());
    }

    private void bind(PreparedStatement look) throws SQLException {
        look.setArray(1, BatchSql.array(look, "text", streams, s -> s.type().typeName()));
        look.setArray(2, BatchSql.array(look, "text", streams, StreamId::id));
        int parameter = 3;
        for (var asked : keys.entrySet()) {
            parameter = bind(look, parameter, asked.getKey(), asked.getValue());
        }
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

    private Map<StreamId, Long> sequences(ResultSet rows) throws SQLException {
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
