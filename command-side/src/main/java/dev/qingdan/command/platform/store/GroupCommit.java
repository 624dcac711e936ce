package dev.qingdan.command.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
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

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final WorkingSet workingSet;
    private final GroupSnapshots snapshots;
    private final LinkedBlockingQueue<Pending> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread thread;

    GroupCommit(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            WorkingSet workingSet,
            GroupSnapshots snapshots) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.workingSet = workingSet;
        this.snapshots = snapshots;
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
                group.clear();
            } catch (InterruptedException stopping) {
                LOG.debug("What is left is committed, then this ends");
            }
        }
    }

    private void commit(List<Pending> group) {
        try {
            conclude(group, write(group));
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
            conclude(alone, write(alone));
        } catch (DuplicateKeyException _) {
            conclude(alone, Set.of());
        } catch (RuntimeException failure) {
            fail(pending, failure);
        }
    }

    private Set<Pending> write(List<Pending> group) {
        ConnectionCallback<Set<Pending>> write =
                connection -> new GroupTransaction(connection).write(group);
        var written = transactions.execute(_ -> jdbc.execute(write));
        return written == null ? Set.of() : written;
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
