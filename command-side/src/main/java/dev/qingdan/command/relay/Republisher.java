package dev.qingdan.command.relay;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.command.relay.Republications.Open;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Does what {@link Republications} has, one after the other, in one instance at a time. It recovers
 * as the relay does: gives up and begins again from where the topics themselves say that it is.
 */
final class Republisher implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Republisher.class);

    private static final int BATCH = 500;

    private final DataSource database;
    private final EventLog events;
    private final Republications republications;
    private final Function<Target, Copy> copies;
    private final Pace pace;
    private final Rest rest = new Rest();

    Republisher(
            DataSource database,
            EventLog events,
            Republications republications,
            Function<Target, Copy> copies,
            Pace pace) {
        this.database = database;
        this.events = events;
        this.republications = republications;
        this.copies = copies;
        this.pace = pace;
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            rest.standBy();
            try {
                var next = republications.next();
                if (next.isPresent()) {
                    workIfFree(next.get());
                }
            } catch (SQLException | DataAccessException e) {
                log.warn("The republisher lost its database: {}", e.getMessage());
            }
            rest.take();
        }
    }

    private void workIfFree(Open open) throws SQLException {
        var taken = Leadership.take(Leadership.Of.REPUBLISHER, database);
        if (taken.isEmpty()) {
            return;
        }
        try (var _ = taken.get()) {
            work(open);
        } catch (KafkaException e) {
            reportUnlessStopped(open, e);
        } catch (RelayHalted e) {
            reportUnlessStopped(open, e);
            republications.end(open.id(), Republication.State.FAILED);
        }
    }

    private void work(Open open) {
        try (var copy = copies.apply(open.target())) {
            long position = copy.position();
            requireOurs(position, open);
            log.info("Republishing to {} after position {}", open.target().topics(), position);
            while (position < open.upTo() && !Thread.currentThread().isInterrupted()) {
                var batch = upTo(open.upTo(), events.after(position, BATCH));
                requireMore(batch, open);
                copy.send(batch);
                position = batch.getLast().position();
                if (!republications.report(open.id(), position)) {
                    return;
                }
                pace.keep(batch.size());
            }
            if (position >= open.upTo()) {
                republications.end(open.id(), Republication.State.COMPLETED);
            }
        }
    }

    private static List<Positioned> upTo(long last, List<Positioned> events) {
        return events.stream().filter(event -> event.position() <= last).toList();
    }

    private static void requireOurs(long position, Open open) {
        if (position > open.upTo()) {
            throw new RelayHalted(
                    "%s ends with position %d; it was to end with %d: somebody else writes there"
                            .formatted(open.target().topics(), position, open.upTo()));
        }
    }

    private static void requireMore(List<Positioned> batch, Open open) {
        if (batch.isEmpty()) {
            throw new RelayHalted(
                    "The store ends before position %d, which was sent once: it was set back"
                            .formatted(open.upTo()));
        }
    }

    private void reportUnlessStopped(Open open, RuntimeException why) {
        if (!Thread.currentThread().isInterrupted()) {
            var trouble = String.valueOf(getMostSpecificCause(why).getMessage());
            log.warn("Republishing to {} stopped: {}", open.target().topics(), trouble);
            republications.reportTrouble(open.id(), trouble);
        }
    }
}
