package dev.qingdan.command.platform.store;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits what units of work leave pending, all that has gathered while the last commit was under
 * way in one transaction: under load many commands share one round to the disk, and a lone one does
 * not wait for company. One thread, so that pending work is committed in the order in which it was
 * decided.
 */
@Component
class GroupCommit implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST = 128;
    private static final int MANY = 8;
    private static final Duration GATHERING = Duration.ofMillis(1);

    /**
     * After a key was there, or somebody else has appended, so many groups look first: whoever does
     * so may go on to.
     */
    private static final int CAREFUL = 20;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final WorkingSet workingSet;
    private final GroupSnapshots snapshots;
    private final RecentEvents recent;
    private final StreamEnds ends = new StreamEnds();
    private final LinkedBlockingQueue<Pending> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread thread;
    private int careful;
    private boolean untold;

    GroupCommit(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            WorkingSet workingSet,
            GroupSnapshots snapshots,
            RecentEvents recent) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.workingSet = workingSet;
        this.snapshots = snapshots;
        this.recent = recent;
    }

    /** From here on others may build on what it leaves, although it is not written yet. */
    void enqueue(Pending pending) {
        if (!pending.restsOnFailure()) {
            workingSet.keep(pending.folded());
        }
        waiting.add(pending);
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().name("group-commit").unstarted(this::run);
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
        var group = new ArrayList<Pending>();
        while (isRunning() || !waiting.isEmpty()) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group, MOST - 1);
                commit(group);
                tellIfNobodyComes();
                gather(group.size());
                group.clear();
            } catch (InterruptedException stopping) {
                LOG.debug("What is left is committed, then this ends");
            }
        }
    }

    /** The reader of events may have begun to rest while a group was written that tells nobody. */
    private void tellIfNobodyComes() {
        if (untold && !recent.arePursued()) {
            untold = false;
            try {
                jdbc.execute(EventLog.TELL_LISTENERS);
            } catch (DataAccessException away) {
                LOG.info("Of new events nobody is told: {}", away.getMessage());
            }
        }
    }

    /** Where many come, a moment more makes the next group larger, and each order cheaper. */
    private static void gather(int committed) {
        if (committed >= MANY) {
            LockSupport.parkNanos(GATHERING.toNanos());
        }
    }

    private void commit(List<Pending> group) {
        try {
            conclude(group, writeHopefully(group));
        } catch (DataIntegrityViolationException e) {
            LOG.info("A group of {} is written one by one: {}", group.size(), e.getMessage());
            group.forEach(this::commitAlone);
        } catch (RuntimeException failure) {
            group.forEach(pending -> fail(pending, failure));
        }
    }

    private void commitAlone(Pending pending) {
        var alone = List.of(pending);
        try {
            conclude(alone, write(alone, true));
        } catch (DuplicateKeyException _) {
            conclude(alone, Set.of());
        } catch (RuntimeException failure) {
            fail(pending, failure);
        }
    }

    /** Nobody else is expected, nor keys that are there: to look first would cost more. */
    private Set<Pending> writeHopefully(List<Pending> group) {
        if (careful > 0) {
            careful--;
            return write(group, true);
        }
        try {
            var belief = Belief.of(group, ends);
            return belief.isPresent() ? writeAtOnce(group, belief.get()) : write(group, false);
        } catch (DataIntegrityViolationException _) {
            careful = CAREFUL;
            return write(group, true);
        }
    }

    private Set<Pending> writeAtOnce(List<Pending> group, Belief belief) {
        var work = transaction();
        return write(
                work, () -> jdbc.execute(onConnection(c -> work.writeAtOnce(c, group, belief))));
    }

    /**
     * @param look for the keys of new rows before they are written
     */
    private Set<Pending> write(List<Pending> group, boolean look) {
        var work = transaction();
        var asking = new GroupLook(group, ends, look);
        var write = onConnection(connection -> work.write(connection, group, asking));
        return write(work, () -> transactions.execute(_ -> jdbc.execute(write)));
    }

    private GroupTransaction transaction() {
        untold = recent.arePursued();
        return new GroupTransaction(!untold);
    }

    private static ConnectionCallback<Standing> onConnection(ConnectionCallback<Standing> work) {
        return work;
    }

    private Set<Pending> write(GroupTransaction work, Supplier<@Nullable Standing> commit) {
        try {
            ends.committed(requireNonNull(commit.get()));
        } catch (RuntimeException failure) {
            ends.forget();
            throw failure;
        }
        recent.add(work.events());
        return work.written();
    }

    private void conclude(List<Pending> group, Set<Pending> written) {
        for (Pending pending : group) {
            boolean done = written.contains(pending);
            pending.fate().end(done);
            if (done) {
                snapshots.look(pending);
            } else {
                workingSet.forget(pending.expected().keySet());
            }
            pending.end(done);
        }
    }

    /** Forgotten before anybody hears of it, so that nobody builds on it from then on. */
    private void fail(Pending pending, RuntimeException failure) {
        pending.fate().end(false);
        workingSet.forget(pending.expected().keySet());
        pending.fail(failure);
    }
}
