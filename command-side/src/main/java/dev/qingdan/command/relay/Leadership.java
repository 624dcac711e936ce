package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The right to be the one active relay: an advisory lock that PostgreSQL keeps for this connection
 * and frees by itself when the connection is gone. The same connection hears of new events.
 */
final class Leadership implements AutoCloseable {

    private static final String TAKE = "select pg_try_advisory_lock(7301, 2)";

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** Empty while another instance leads. */
    static Optional<Leadership> take(DataSource database) throws SQLException {
        var connection = database.getConnection();
        boolean taken = false;
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(TAKE)) {
                taken = rows.next() && rows.getBoolean(1);
            }
            if (taken) {
                statement.execute("listen " + EventLog.CHANNEL);
                return Optional.of(new Leadership(connection));
            }
            return Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    /**
     * Waits until something was appended, or for so long.
     *
     * @throws SQLException where the connection, and with it the leadership, is lost
     */
    void awaitAppend(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
