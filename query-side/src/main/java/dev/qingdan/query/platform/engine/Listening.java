package dev.qingdan.query.platform.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what other instances announce, on one connection of its own. A lost connection is made
 * again, and since announcements may have been missed meanwhile, everybody looks afresh.
 */
@Component
class Listening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Freshness freshness;
    private final Conductor conductor;
    private volatile @Nullable Thread thread;

    Listening(DataSource dataSource, Freshness freshness, Conductor conductor) {
        this.dataSource = dataSource;
        this.freshness = freshness;
        this.conductor = conductor;
    }

    @Override
    public void start() {
        var starting = Thread.ofVirtual().name("projection-announcements").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException lost) {
                if (isRunning()) {
                    LOG.warn("Announcements are not heard for now: {}", lost.getMessage());
                    Pauses.of(LOOK_UP);
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Announcements.POSITIONS);
            statement.execute("listen " + Announcements.GENERATIONS);
        }
        freshness.lookAfresh();
        conductor.wake();
        var announcements = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            for (PGNotification heard : announcements.getNotifications((int) LOOK_UP.toMillis())) {
                hear(heard);
            }
        }
    }

    private void hear(PGNotification heard) {
        switch (heard.getName()) {
            case Announcements.POSITIONS ->
                    freshness.reached(Announcement.parse(heard.getParameter()));
            default -> conductor.wake();
        }
    }
}
