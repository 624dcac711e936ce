package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.cache.AnswerCaches;
import dev.qingdan.query.platform.live.LiveUpdates;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** At most: a connection can be dead without anybody being told. */
    private static final Duration MAKE_SURE = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final Freshness freshness;
    private final LiveUpdates live;
    private final AnswerCaches caches;
    private final Unheard unheard;
    private final Conductor conductor;
    private volatile @Nullable Thread thread;

    Listening(
            DataSource dataSource,
            Freshness freshness,
            LiveUpdates live,
            AnswerCaches caches,
            Unheard unheard,
            Conductor conductor) {
        this.dataSource = dataSource;
        this.freshness = freshness;
        this.live = live;
        this.caches = caches;
        this.unheard = unheard;
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
            } catch (SQLException | RuntimeException lost) {
                if (isRunning()) {
                    LOG.warn("Announcements are not heard for now", lost);
                    Pauses.of(LOOK_UP);
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Announcements.POSITIONS);
            statement.execute("listen " + Announcements.CHANGES);
            statement.execute("listen " + Announcements.GENERATIONS);
            lookAfresh();
            conductor.wake();
            var announcements = connection.unwrap(PGConnection.class);
            var sure = System.nanoTime() - MAKE_SURE.toNanos();
            while (isRunning()) {
                if (System.nanoTime() - sure >= MAKE_SURE.toNanos()) {
                    sure = System.nanoTime();
                    makeSure(statement, announcements);
                    caches.heardUntil(sure);
                }
                hearAll(announcements.getNotifications((int) LOOK_UP.toMillis()));
            }
        }
    }

    /** The answer to a statement comes after all that was announced before the statement. */
    private void makeSure(Statement statement, PGConnection announcements) throws SQLException {
        statement.execute("select");
        hearAll(announcements.getNotifications());
    }

    private void lookAfresh() {
        caches.clear();
        freshness.lookAfresh();
        live.lookAfresh();
    }

    private void hearAll(PGNotification... announced) {
        for (PGNotification heard : announced) {
            hear(heard);
        }
    }

    private void hear(PGNotification heard) {
        switch (heard.getName()) {
            case Announcements.POSITIONS ->
                    freshness.reached(Announcement.parse(heard.getParameter()));
            case Announcements.CHANGES -> hear(Changes.parse(heard.getParameter()));
            default -> {
                caches.clear();
                freshness.look(heard.getParameter());
                conductor.wake();
            }
        }
    }

    private void hear(Changes changes) {
        if (changes.keys().isEmpty()) {
            caches.clear();
            live.lookAfresh();
        } else {
            var written = unheard.heard(changes);
            changes.keys().values().forEach(keys -> caches.changed(changes.table(), keys, written));
            live.changed(changes.table(), changes.keys());
        }
    }
}
