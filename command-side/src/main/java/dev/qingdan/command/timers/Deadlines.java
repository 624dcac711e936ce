package dev.qingdan.command.timers;

import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.events.DomainEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the timers of {@link Deadline}s shortly before they ring. How far the events have been
 * looked through moves on in the transaction that writes the timers' rows, so each is set once
 * among all instances, and a crash loses none. From there on they are timers like others.
 */
@Component
class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** A row is there before its time, so that it rings on time. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private static final int MOST = 1_000;

    private final List<Deadline<?>> deadlines;
    private final EventLog log;
    private final Timers timers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration patience;

    /** Nothing has to be set before that, as this instance has found. */
    private final Map<String, Instant> quietUntil = new HashMap<>();

    Deadlines(
            List<Deadline<?>> deadlines,
            EventLog log,
            Timers timers,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock,
            TimerProperties properties) {
        this.deadlines = deadlines;
        this.log = log;
        this.timers = timers;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = properties.patience();
    }

    @Scheduled(fixedDelayString = "${qingdan.timers.polling:1s}")
    void look() {
        for (var deadline : deadlines) {
            try {
                moveOn(deadline);
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("Deadline {} is looked for again: {}", deadline.name(), away.getMessage());
            }
        }
    }

    private <E extends DomainEvent> void moveOn(Deadline<E> deadline) {
        boolean more = true;
        while (more && !clock.instant().isBefore(quietUntil(deadline))) {
            more = Boolean.TRUE.equals(transactions.execute(_ -> moveOnAlone(deadline)));
        }
    }

    private Instant quietUntil(Deadline<?> deadline) {
        return quietUntil.computeIfAbsent(deadline.name(), this::begin);
    }

    /** One that is new looks through all events there ever were. */
    private Instant begin(String timer) {
        jdbc.sql("insert into deadline values (:timer, 0) on conflict do nothing")
                .param("timer", timer)
                .update();
        return Instant.EPOCH;
    }

    /** Whether there may be more to be done at once; not while another instance does it. */
    private boolean moveOnAlone(Deadline<?> deadline) {
        var position = hold(deadline.name());
        long head = log.head();
        if (position.isEmpty() || position.get() == head) {
            return false;
        }
        long reached = moveOn(deadline, position.get(), Math.min(position.get() + MOST, head));
        jdbc.sql("update deadline set position = :reached where timer = :timer")
                .param("reached", reached)
                .param("timer", deadline.name())
                .update();
        return reached < head;
    }

    private Optional<Long> hold(String timer) {
        return jdbc.sql("select position from deadline where timer = :timer for update skip locked")
                .param("timer", timer)
                .query(Long.class)
                .optional();
    }

    /** Up to the first event that need not have a row yet. */
    private <E extends DomainEvent> long moveOn(Deadline<E> deadline, long after, long last) {
        var now = clock.instant();
        for (var open : log.lastOfTheirStreams(deadline.event(), after, last)) {
            var at = deadline.at(deadline.event().cast(open.event().read()));
            var needed = earlier(at.minus(AHEAD), open.event().occurredAt().plus(patience));
            if (needed.isAfter(now)) {
                quietUntil.put(deadline.name(), needed);
                return open.position() - 1;
            }
            timers.set(deadline.name(), at, open.event());
        }
        return last;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
