package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.query.platform.projection.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    static List<Changes> of(String table, Map<String, Row> rows) {
        var changes = new ArrayList<Changes>();
        int room = 0;
        for (var row : rows.entrySet()) {
            var audience = row.getValue().audience();
            if (audience != null) {
                if (room == 0) {
                    changes.add(new Changes(table, new HashMap<>()));
                    room = ROWS_IN_A_TEXT;
                }
                var keys = changes.getLast().keys();
                keys.computeIfAbsent(audience, _ -> new ArrayList<>(1)).add(row.getKey());
                room--;
            }
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
