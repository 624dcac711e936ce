package dev.qingdan.infra.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The store held against what kcat reads of the stream, event by event and byte for byte.
 *
 * @param lost in the store and not in the stream
 * @param doubled more than once in the stream
 * @param strange in the stream and not, or not so, in the store
 * @param outOfOrder not the next of its aggregate when it came
 * @param invalid not what the schema at its own address says
 */
record StreamAudit(
        int stored, int lost, int doubled, int strange, int outOfOrder, List<String> invalid) {

    private static final String STORED =
            "select event_id, type, aggregate_id, sequence, position, payload from event";

    static StreamAudit of(Connection store, String broker) throws SQLException {
        var stored = stored(store);
        var reading = new Reading();
        var published = Kcat.readAll(broker, reading::take);
        var once = new HashSet<>(published);
        return new StreamAudit(
                stored.size(),
                without(stored, once),
                published.size() - once.size(),
                without(once, stored),
                reading.outOfOrder,
                List.copyOf(reading.invalid));
    }

    boolean isExact() {
        return lost + doubled + strange + outOfOrder == 0 && invalid.isEmpty();
    }

    /** What is seen as the messages go by. */
    private static final class Reading {

        private final PublishedSchemas schemas = new PublishedSchemas();
        private final Map<String, Long> next = new HashMap<>();
        private final List<String> invalid = new ArrayList<>();
        private int outOfOrder;

        String take(Kcat.Message message) {
            invalid.addAll(schemas.complaints(message));
            long expected = next.merge(message.aggregate(), 1L, Long::sum) - 1;
            if (!message.header("ce_sequence").equals(Long.toString(expected))) {
                outOfOrder++;
            }
            return String.join(
                    " ",
                    message.header("ce_id"),
                    message.header("ce_type"),
                    message.key(),
                    message.header("ce_sequence"),
                    message.header("ce_position"),
                    message.payload());
        }
    }

    private static Set<String> stored(Connection store) throws SQLException {
        var stored = new HashSet<String>();
        try (var statement = store.createStatement();
                var row = statement.executeQuery(STORED)) {
            while (row.next()) {
                stored.add(
                        String.join(
                                " ",
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                new String(row.getBytes(6), UTF_8)));
            }
        }
        return stored;
    }

    private static int without(Set<String> all, Set<String> others) {
        return (int) all.stream().filter(it -> !others.contains(it)).count();
    }
}
