package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.store.Standing.RowKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a group rests on besides streams: names that nobody else holds, and rows that are not there.
 * They can be asked for, or demanded: a demand that is not met is an error, so nothing of what is
 * sent with it is written.
 */
final class Conditions {

    /** A division by zero where it is not so: the shortest way to an error in plain SQL. */
    private static final String DEMAND = "select 1 / (%s)::int";

    /** Takes the position that has to be the last one. */
    static final String DEMAND_HEAD = DEMAND.formatted("(" + EventLog.HEAD + ") = ?");

    private final Set<String> holds = new LinkedHashSet<>();
    private final Map<BatchTable<?>, List<RowKey>> keys = new LinkedHashMap<>();

    /**
     * @param newKeys whether to look for the keys of new rows; they are mostly not there, and where
     *     one is, it is met at the latest when the rows are written
     */
    Conditions(List<Pending> group, boolean newKeys) {
        var rows = new LinkedHashSet<RowKey>();
        for (Pending pending : group) {
            holds.addAll(pending.holds());
            rows.addAll(pending.without());
            if (newKeys) {
                rows.addAll(pending.newKeys());
            }
        }
        for (RowKey row : rows) {
            keys.computeIfAbsent(row.table(), _ -> new ArrayList<>()).add(row);
        }
    }

    Set<String> holds() {
        return holds;
    }

    /** The rows by their numbers in the answers, a list for each question after that for holds. */
    List<List<RowKey>> rows() {
        return List.copyOf(keys.values());
    }

    /** One statement each: for the names that are held now, and the rows that are there. */
    List<String> questions() {
        return statements(Holds.TRY_EACH, "%s");
    }

    /** One statement each, with the same parameters. */
    List<String> demands() {
        return statements(
                DEMAND.formatted(Holds.TRY_ALL), DEMAND.formatted("select not exists (%s)"));
    }

    private List<String> statements(String ofHolds, String ofRows) {
        return Stream.concat(
                        holds.isEmpty() ? Stream.of() : Stream.of(ofHolds),
                        keys.keySet().stream().map(table -> ofRows.formatted(table.taken())))
                .toList();
    }

    /** Gives the number of the next parameter. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        if (!holds.isEmpty()) {
            var names = statement.getConnection().createArrayOf("text", holds.toArray());
            statement.setArray(parameter++, names);
        }
        for (var asked : keys.entrySet()) {
            parameter = bind(statement, parameter, asked.getKey(), asked.getValue());
        }
        return parameter;
    }

    private static int bind(
            PreparedStatement statement, int first, BatchTable<?> table, List<RowKey> asked)
            throws SQLException {
        int parameter = first;
        var numbers = IntStream.range(0, asked.size()).boxed().toList();
        statement.setArray(
                parameter++, BatchSql.array(statement, "int4", numbers, number -> number));
        for (int i = 0; i < table.keys(); i++) {
            int column = i;
            var type = table.columns().get(i).type();
            statement.setArray(
                    parameter++,
                    BatchSql.array(statement, type, asked, key -> key.values().get(column)));
        }
        return parameter;
    }
}
