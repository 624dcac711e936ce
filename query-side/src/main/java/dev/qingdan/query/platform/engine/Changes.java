package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.qingdan.query.platform.projection.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which rows of a table were changed, by the member who is told of it. Only keys go through
 * PostgreSQL: an instance that has this member's socket reads the rows.
 *
 * @param keys empty where they cannot be said: then everybody looks
 */
record Changes(String table, Map<String, List<String>> keys) {

    /** What PostgreSQL passes on at most is 7,999 bytes. */
    private static final int MOST_BYTES = 7_900;

    private static final int ROWS_IN_A_TEXT = 64;

    private record Change(String audience, String key) {}

    static List<Changes> of(String table, Map<String, Row> rows) {
        var watched =
                rows.entrySet().stream()
                        .filter(row -> row.getValue().audience() != null)
                        .map(row ->
                                new Change(
                                        Objects.requireNonNull(row.getValue().audience()),
                                        row.getKey()))
                        .toList();
        var changes = new ArrayList<Changes>();
        for (int from = 0; from < watched.size(); from += ROWS_IN_A_TEXT) {
            var some = watched.subList(from, Math.min(from + ROWS_IN_A_TEXT, watched.size()));
            changes.add(
                    new Changes(
                            table,
                            some.stream()
                                    .collect(
                                            groupingBy(
                                                    Change::audience,
                                                    mapping(Change::key, toList())))));
        }
        return changes;
    }

    static Changes parse(String text) {
        return Documents.read(text, Changes.class);
    }

    @Override
    public String toString() {
        var text = Documents.write(this);
        return text.getBytes(UTF_8).length <= MOST_BYTES
                ? text
                : Documents.write(new Changes(table, Map.of()));
    }
}
