package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.query.platform.document.Documents;
import dev.qingdan.query.platform.projection.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table were changed, by the member who is told of it. Only keys go through
 * PostgreSQL: an instance that has this member's socket reads the rows.
 *
 * @param keys empty where they cannot be said: then everybody looks
 * @param mark by which the instance that wrote the rows knows them again, if it wants to
 */
record Changes(String table, Map<String, List<String>> keys, @Nullable String mark) {

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
                    changes.add(new Changes(table, new HashMap<>(), null));
                    room = ROWS_IN_A_TEXT;
                }
                var keys = changes.getLast().keys();
                keys.computeIfAbsent(audience, _ -> new ArrayList<>(1)).add(row.getKey());
                room--;
            }
        }
        return changes;
    }

    static Changes atLarge(String table) {
        return new Changes(table, Map.of(), null);
    }

    Changes marked(String by) {
        return new Changes(table, keys, by);
    }

    static Changes parse(String text) {
        return Documents.read(text, Changes.class);
    }

    @Override
    public String toString() {
        var text = Documents.write(this);
        return text.getBytes(UTF_8).length <= MOST_BYTES ? text : Documents.write(atLarge(table));
    }
}
