package dev.qingdan.infra.traffic.audit;

import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the event table of command-side, in the order of positions. */
final class Store {

    private static final String SINCE =
            """
            select position, aggregate_type || '/' || aggregate_id as aggregate, sequence, type, payload
            from event where position > ? order by position
            """;
    private static final int ROWS_AT_A_TIME = 2_000;

    private final Connection connection;

    Store(Connection connection) {
        this.connection = connection;
    }

    /** Brings the books up to what is committed now, and never to half of a decision. */
    void readInto(Books books) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(SINCE)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setLong(1, books.position());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    read(rows, books);
                }
            }
        }
        connection.commit();
    }

    private static void read(ResultSet row, Books books) throws SQLException {
        var name = row.getString("type");
        var type =
                EventType.named(name)
                        .orElseThrow(() -> new IllegalStateException("Unknown event " + name));
        books.write(
                row.getString("aggregate"),
                row.getLong("sequence"),
                row.getLong("position"),
                EventJson.read(type, row.getBytes("payload")));
    }
}
