package dev.qingdan.command.platform;

import dev.qingdan.events.ConsistencyToken;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Runs work as one Axon unit of work in one database transaction: all of its events and rows, or
 * none.
 *
 * <p>Inside, send commands through Axon's {@code CommandGateway} or call a feature's own facade,
 * such as stock's ledger; both join. Where another instance wrote to an aggregate first, the whole
 * work is done again on fresh state, so it must not touch the world outside of the transaction.
 */
@Component
public class UnitsOfWork {

    private static final Logger log = LoggerFactory.getLogger(UnitsOfWork.class);
    private static final int ATTEMPTS = 10;

    /**
     * How many run at once, the others waiting in line before they take a connection or a lock:
     * Axon's lock looks for deadlocks among all who wait for it, which grows with their square.
     */
    private static final int AT_ONCE = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final TransactionManager transactions;

    UnitsOfWork(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /**
     * What the work gave, and where its events are.
     *
     * @param written covers every event of the unit of work
     */
    public record Done<T>(T result, ConsistencyToken written) {}

    public <T> Done<T> run(Origin origin, Supplier<T> work) {
        return run(origin, work, _ -> {});
    }

    /**
     * Runs the work, and then a last write that needs to know where the events are.
     *
     * @param lastWrite is called after the events have their positions, just before the commit
     * @throws CommandRefused where the work refused; nothing of it remains
     */
    public <T> Done<T> run(Origin origin, Supplier<T> work, Consumer<Done<T>> lastWrite) {
        awaitTurn();
        try {
            return runUntilAlone(origin, work, lastWrite);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandRefused(new Busy());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused(new Busy());
        }
    }

    private <T> Done<T> runUntilAlone(
            Origin origin, Supplier<T> work, Consumer<Done<T>> lastWrite) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return runOnce(origin, work, lastWrite);
            } catch (ConcurrencyException
                    | PessimisticLockingFailureException
                    | DeadlockException e) {
                log.debug("Attempt {} met another writer", attempt, e);
            } catch (LockAcquisitionFailedException e) {
                log.warn("A whole queue was before us: {}", e.getMessage());
                throw new CommandRefused(new Busy());
            }
        }
        throw new CommandRefused(new Busy());
    }

    private <T> Done<T> runOnce(Origin origin, Supplier<T> work, Consumer<Done<T>> lastWrite) {
        // Axon's repositories expect to be asked on behalf of a command.
        var command = new GenericCommandMessage<>(origin, origin.metaData());
        var unit = DefaultUnitOfWork.startAndGet(command);
        unit.registerCorrelationDataProvider(Message::getMetaData);
        unit.attachTransaction(transactions);

        // Axon calls commit handlers last one first, so this one is just before the transaction's.
        unit.onCommit(u -> lastWrite.accept(done(u)));
        var outcome = unit.executeWithResult(work::get, RollbackConfigurationType.ANY_THROWABLE);
        if (outcome.isExceptional()) {
            throw unchecked(outcome.exceptionResult());
        }
        return done(unit);
    }

    @SuppressWarnings("unchecked") // It is what the work returned, and the work returns a T.
    private static <T> Done<T> done(UnitOfWork<?> unit) {
        var result = (T) unit.getExecutionResult().getResult().getPayload();
        return new Done<>(result, Appended.in(unit).token());
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(failure);
        };
    }
}
