package dev.qingdan.command.platform.store;

import java.util.ArrayList;
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

    <R> List<R> of(BatchTable<R> table) {
        @SuppressWarnings("unchecked") // Added as rows of that table.
        var rows = (List<R>) tables.getOrDefault(table, List.of());
        return rows;
    }
}
