package dev.qingdan.command.timers;

import static java.util.Objects.requireNonNull;

import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.command.platform.store.StoredEvent;
import dev.qingdan.command.timers.Timers.Due;
import dev.qingdan.events.DomainEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** What became of a step, once it is committed. */
    private record Step(boolean more, Instant quietUntil) {}

    /** The first event of those that were not looked through yet; until then it needs no row. */
    private record Waiting(long position, Instant until) {}

    private void moveOn(Deadline<?> deadline) {
        boolean more = !clock.instant().isBefore(quietUntil(deadline));
        while (more) {
            var step = requireNonNull(transactions.execute(_ -> step(deadline)));
            quietUntil.put(deadline.name(), step.quietUntil());
            more = step.more();
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

    /** Nothing while another instance does it. */
    private Step step(Deadline<?> deadline) {
        var position = hold(deadline.name());
        long head = log.head();
        if (position.isEmpty() || position.get() == head) {
            return new Step(false, Instant.EPOCH);
        }
        long last = Math.min(position.get() + MOST, head);
        var waiting = setUpTo(deadline, position.get(), last);
        var reached = waiting.map(it -> it.position() - 1).orElse(last);
        jdbc.sql("update deadline set position = :reached where timer = :timer")
                .param("reached", reached)
                .param("timer", deadline.name())
                .update();
        return new Step(
                waiting.isEmpty() && last < head,
                waiting.map(Waiting::until).orElse(Instant.EPOCH));
    }

    private Optional<Long> hold(String timer) {
        return jdbc.sql("select position from deadline where timer = :timer for update skip locked")
                .param("timer", timer)
                .query(Long.class)
                .optional();
    }

    /** Gives the first event that need not have a row yet. */
    private Optional<Waiting> setUpTo(Deadline<?> deadline, long after, long last) {
        var now = clock.instant();
        var due = new ArrayList<Due>();
        var open = log.lastOfTheirStreams(deadline.event(), after, last).iterator();
        Optional<Waiting> waiting = Optional.empty();
        while (open.hasNext() && waiting.isEmpty()) {
            var next = open.next();
            var at = at(deadline, next.event());
            var neededAt = neededAt(next.event(), at);
            if (neededAt.isAfter(now)) {
                waiting = Optional.of(new Waiting(next.position(), neededAt));
            } else {
                due.add(new Due(next.event(), at));
            }
        }
        timers.set(deadline.name(), due);
        return waiting;
    }

    private Instant neededAt(StoredEvent event, Instant at) {
        var onTime = at.minus(AHEAD);
        var atLatest = event.occurredAt().plus(patience);
        return onTime.isBefore(atLatest) ? onTime : atLatest;
    }

    private static <E extends DomainEvent> Instant at(Deadline<E> deadline, StoredEvent event) {
        return deadline.at(deadline.event().cast(event.read()));
    }
}
