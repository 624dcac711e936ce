package dev.qingdan.command.relay;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.qingdan.command.platform.store.EventLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One relay. Of all instances one leads, the others stand by; whoever leads reads the store by
 * position and hands on, for as long as database and Kafka let it.
 *
 * <p>There is one way to recover from anything: give up the leadership and begin again from the
 * position that Kafka has.
 */
final class Relay implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHORTEST_REST = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final DataSource database;
    private final EventLog events;
    private final RelayDesk desk;
    private final RelayTopics topics;
    private final Supplier<Outlet> outlets;
    private final RelayMetrics metrics;
    private Duration rest = SHORTEST_REST;

    Relay(
            DataSource database,
            EventLog events,
            RelayDesk desk,
            RelayTopics topics,
            Supplier<Outlet> outlets,
            RelayMetrics metrics) {
        this.database = database;
        this.events = events;
        this.desk = desk;
        this.topics = topics;
        this.outlets = outlets;
        this.metrics = metrics;
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                leadOrStandBy();
            } catch (SQLException | DataAccessException e) {
                log.warn("The relay lost its database: {}", e.getMessage());
            }
            rest();
        }
    }

    private void leadOrStandBy() throws SQLException {
        var taken = Leadership.take(database);
        if (taken.isEmpty()) {
            rest = LONGEST_REST.dividedBy(5);
            return;
        }
        try (var leadership = taken.get()) {
            lead(leadership);
        } catch (KafkaException e) {
            giveUp(RelayState.KAFKA_AWAY, e);
        } catch (RelayHalted e) {
            giveUp(RelayState.HALTED, e);
        }
    }

    private void lead(Leadership leadership) throws SQLException {
        topics.ensure();
        try (var outlet = outlets.get()) {
            log.info("The relay goes on from position {}", outlet.position());
            requireKnown(outlet.position());
            rest = SHORTEST_REST;
            while (!Thread.currentThread().isInterrupted()) {
                relay(outlet, leadership);
            }
        }
    }

    private void relay(Outlet outlet, Leadership leadership) throws SQLException {
        if (desk.isPaused()) {
            desk.report(RelayState.PAUSED, outlet.position());
            leadership.awaitAppend(POLL);
            return;
        }
        var batch = events.after(outlet.position(), BATCH);
        if (batch.isEmpty()) {
            desk.report(RelayState.IDLE, outlet.position());
            leadership.awaitAppend(POLL);
            return;
        }
        outlet.send(batch);
        metrics.sent(batch);
        if (batch.size() == BATCH) {
            desk.report(RelayState.CATCHING_UP, outlet.position());
        }
    }

    /** A store that was set back must not write new events under positions that readers have. */
    private void requireKnown(long position) {
        long head = events.head();
        if (position > head) {
            throw new RelayHalted(
                    "Kafka has events up to position %d, the store only up to %d"
                            .formatted(position, head));
        }
    }

    private void giveUp(RelayState state, RuntimeException why) {
        if (!Thread.currentThread().isInterrupted()) {
            log.warn("The relay stopped, {}: {}", state, getMostSpecificCause(why).toString());
            desk.reportTrouble(state);
        }
    }

    private void rest() {
        try {
            Thread.sleep(rest);
            rest =
                    rest.multipliedBy(2).compareTo(LONGEST_REST) < 0
                            ? rest.multipliedBy(2)
                            : LONGEST_REST;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
