package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.store.Standing.RowKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows by the table that they are for. */
final class Rows {

    private final Map<BatchTable<?>, List<Object>> tables = new LinkedHashMap<>();

    <R> void add(BatchTable<R> table, R row) {
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
    }

    void clear() {
        tables.clear();
    }

    Set<BatchTable<?>> tables() {
        return tables.keySet();
    }

    /** Of those tables in which a repetition conflicts. */
    Set<RowKey> uniqueKeys() {
        var keys = new HashSet<RowKey>();
        for (var table : tables()) {
            if (table.repeat() == BatchTable.Repeat.CONFLICTS) {
                addKeys(table, keys);
            }
        }
        return keys;
    }

    private <R> void addKeys(BatchTable<R> table, Set<RowKey> keys) {
        for (R row : of(table)) {
            keys.add(new RowKey(table, table.keyOf(row)));
        }
    }

    <R> List<R> of(BatchTable<R> table) {
        @SuppressWarnings("unchecked") // Added as rows of that table.
        var rows = (List<R>) tables.getOrDefault(table, List.of());
        return rows;
    }
}
