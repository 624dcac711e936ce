package dev.qingdan.command.relay;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.qingdan.command.platform.store.RecentEvents;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
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

    /** Behind by much, a transaction of many costs little more than one of few. */
    private static final int BATCH = 5_000;

    private static final Duration POLL = Duration.ofSeconds(1);

    /** What is appended meanwhile shares the next transaction, which costs all readers as well. */
    private static final Duration GATHERING = Duration.ofMillis(25);

    /** Where so many come, half as many transactions spare the broker and all readers more. */
    private static final int MANY = 200;

    private static final Duration GATHERING_MANY = Duration.ofMillis(50);

    private final DataSource database;
    private final RecentEvents events;
    private final RelayDesk desk;
    private final Way way;
    private final RelayMetrics metrics;
    private final Rest rest = new Rest();

    /** How a relay comes to Kafka. */
    interface Way {
        /** Makes what is missing there, and opens the outlet at the last position. */
        Outlet open();

        /**
         * Where each partition ends.
         *
         * @throws RelayHalted where the topics and the store contradict each other
         */
        Map<TopicPartition, Long> requireOneStory(RelayPosition position);
    }

    Relay(DataSource database, RecentEvents events, RelayDesk desk, Way way, RelayMetrics metrics) {
        this.database = database;
        this.events = events;
        this.desk = desk;
        this.way = way;
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
            rest.take();
        }
    }

    private void leadOrStandBy() throws SQLException {
        var taken = Leadership.take(Leadership.Of.RELAY, database);
        if (taken.isEmpty()) {
            rest.standBy();
            return;
        }
        try (var leadership = taken.get()) {
            lead(leadership);
        } catch (KafkaException e) {
            if (isFenced(e)) {
                log.info("Another relay has taken over");
            } else {
                giveUp(RelayState.KAFKA_AWAY, e);
            }
        } catch (RelayHalted e) {
            giveUp(RelayState.HALTED, e);
        }
    }

    private void lead(Leadership leadership) throws SQLException {
        try (var outlet = way.open()) {
            log.info("The relay goes on from position {}", outlet.position().position());
            outlet.goOnAfter(way.requireOneStory(outlet.position()));
            rest.reset();
            while (!Thread.currentThread().isInterrupted()) {
                relay(outlet, leadership);
            }
        } finally {
            events.rest(Long.MAX_VALUE);
        }
    }

    private void relay(Outlet outlet, Leadership leadership) throws SQLException {
        long position = outlet.position().position();
        if (desk.isPaused()) {
            desk.report(RelayState.PAUSED, position);
            leadership.awaitAppend(POLL);
            return;
        }
        var batch = events.after(position, BATCH);
        if (batch.isEmpty()) {
            desk.report(RelayState.IDLE, position);
            if (events.rest(position)) {
                leadership.awaitAppend(desk.isTold(position) ? POLL : RelayDesk.REPORT_EVERY);
            }
            return;
        }
        events.pursue();
        metrics.send(batch, () -> outlet.send(batch));
        boolean catchingUp = batch.size() == BATCH;
        desk.report(
                catchingUp ? RelayState.CATCHING_UP : RelayState.IDLE, batch.getLast().position());
        if (!catchingUp) {
            Rest.sleep(batch.size() < MANY ? GATHERING : GATHERING_MANY);
        }
    }

    private static boolean isFenced(KafkaException e) {
        return switch (getMostSpecificCause(e)) {
            case ProducerFencedException _, InvalidProducerEpochException _ -> true;
            default -> false;
        };
    }

    private void giveUp(RelayState state, RuntimeException why) {
        if (!Thread.currentThread().isInterrupted()) {
            var trouble = String.valueOf(getMostSpecificCause(why).getMessage());
            log.warn("The relay stopped, {}: {}", state, trouble);
            desk.reportTrouble(state, trouble);
        }
    }
}
