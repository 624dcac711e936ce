package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The right to do what only one instance may do, such as being the active relay: an advisory lock
 * that PostgreSQL keeps for this connection and frees by itself when the connection is gone. The
 * same connection hears of new events.
 */
final class Leadership implements AutoCloseable {

    /**
     * A process that dies closes its connection; a machine that vanishes does not. Within so many
     * milliseconds PostgreSQL notices that too, whether or not it has something to tell.
     */
    private static final int NOTICED_AFTER = 4_000;

    private static final String NOTICE =
            """
            select set_config('tcp_keepalives_idle', '1', false),
                set_config('tcp_keepalives_interval', '1', false),
                set_config('tcp_keepalives_count', '3', false),
                set_config('tcp_user_timeout', '%d', false)
            """
                    .formatted(NOTICED_AFTER);

    /** Whose lock it is; the numbers share one space with all advisory locks of the store. */
    enum Of {
        RELAY("select pg_try_advisory_lock(7301, 2)"),
        REPUBLISHER("select pg_try_advisory_lock(7301, 3)");

        private final String take;

        Of(String take) {
            this.take = take;
        }
    }

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** Empty while another instance leads. */
    static Optional<Leadership> take(Of work, DataSource database) throws SQLException {
        var connection = database.getConnection();
        boolean taken = false;
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(work.take)) {
                taken = rows.next() && rows.getBoolean(1);
            }
            if (taken) {
                noticeLoss(connection);
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

    static void noticeLoss(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(NOTICE);
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
