package dev.qingdan.command.platform;

import dev.qingdan.events.ConsistencyToken;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Qualifier;
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

    private static final int AT_ONCE = 16;

    private final Turns turns = new Turns(AT_ONCE);
    private final TransactionManager transactions;

    UnitsOfWork(@Qualifier("axonTransactionManager") TransactionManager transactions) {
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
        return turns.take(() -> Attempts.untilAlone(_ -> runOnce(origin, work, lastWrite)));
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
            throw Failures.unchecked(outcome.exceptionResult());
        }
        return done(unit);
    }

    @SuppressWarnings("unchecked") // It is what the work returned, and the work returns a T.
    private static <T> Done<T> done(UnitOfWork<?> unit) {
        var result = (T) unit.getExecutionResult().getResult().getPayload();
        return new Done<>(result, Appended.in(unit).token());
    }
}
