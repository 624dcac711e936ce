package dev.qingdan.query.platform.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * A moment in which two generations stand at the same positions. Under traffic both move all the
 * time, so their writers are held up for a moment, from a connection of its own, until they meet.
 */
@Component
class Standstill {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    /** For so long writers of the live generation wait at once, and so often. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final int ATTEMPTS = 20;

    private final DataSource dataSource;
    private final Topics topics;

    Standstill(DataSource dataSource, Topics topics) {
        this.dataSource = dataSource;
        this.topics = topics;
    }

    /** Asks the question there; false where the two did not meet either. */
    boolean of(String live, String fresh, BooleanSupplier there) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return of(connection, live, fresh, there);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("Nobody could be held up", failure);
        }
    }

    private boolean of(Connection connection, String live, String fresh, BooleanSupplier there)
            throws SQLException {
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        var positions = new Positions(jdbc, topics);
        jdbc.execute("set local lock_timeout to '500ms'");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // Locks that are taken after a savepoint go with it: writers go on between attempts
            var before = connection.setSavepoint();
            positions.hold(live);
            if (catchesUp(positions, fresh, live)) {
                positions.hold(fresh);
                if (positions.reached(live, fresh)) {
                    return there.getAsBoolean();
                }
            }
            connection.rollback(before);
            Pauses.of(LOOK_AGAIN);
        }
        return false;
    }

    private static boolean catchesUp(Positions positions, String fresh, String live) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (!positions.reached(fresh, live)) {
            if (System.nanoTime() > patience) {
                return false;
            }
            Pauses.of(LOOK_AGAIN);
        }
        return true;
    }
}
