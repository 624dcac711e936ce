package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.Attempts;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Failures;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.Refusal;
import dev.qingdan.command.platform.Turns;
import dev.qingdan.events.ConsistencyToken;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Runs work as an Axon unit of work that is committed together with others: each succeeds or fails
 * alone, and an aggregate is free for the next one as soon as it is decided, before the disk has
 * it. An answer is given only once all of it is written.
 *
 * <p>Inside, rows go through {@link Writes}; anything else that writes to the database is refused
 * by it. Reads see what is committed, and the aggregates as this instance leaves them.
 */
@Component
public class GroupedUnits {

    /** Deciding is mostly done in memory: more at once would only wait for each other. */
    private static final int AT_ONCE = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Turns turns = new Turns(AT_ONCE);
    private final GroupCommit groupCommit;
    private final TransactionManager readOnly;

    GroupedUnits(
            GroupCommit groupCommit,
            @Qualifier("readOnlyTransactionManager") TransactionManager readOnly) {
        this.groupCommit = groupCommit;
        this.readOnly = readOnly;
    }

    /**
     * What is made of a decision once its events have their places, just before they are written.
     */
    @FunctionalInterface
    public interface Closing<R> {

        /** On the committing thread: it must not wait for anything. */
        R close(ConsistencyToken written);
    }

    /** Work of which nothing is seen outside of the unit of work. */
    public interface Work<R> {

        /**
         * @param attempt from 1; a higher one where the one before was decided on what is no longer
         *     so
         */
        Closing<R> decide(int attempt);

        /** A refusal is kept as well: it is only given where it still stands at the commit. */
        Closing<R> refused(Refusal refusal);
    }

    /**
     * @throws CommandRefused where the work met another writer each time
     */
    public <R> R run(Origin origin, Work<R> work) {
        return Attempts.untilAlone(attempt -> {
            var decided = turns.take(() -> decide(origin, work, attempt));
            if (!decided.pending().await()) {
                throw new ConcurrencyException("A stream had moved on");
            }
            return decided.result().get();
        });
    }

    /** Its messages all have the origin of its command, which is not gathered anew for each. */
    private static final class OfOneOrigin extends DefaultUnitOfWork<CommandMessage<Origin>> {

        OfOneOrigin(CommandMessage<Origin> command) {
            super(command);
        }

        @Override
        public MetaData getCorrelationData() {
            return getMessage().getMetaData();
        }
    }

    private record Decided<R>(Pending pending, AtomicReference<R> result) {

        void close(Closing<R> closing) {
            pending.close(written -> result.set(closing.close(written)));
        }
    }

    private <R> Decided<R> decide(Origin origin, Work<R> work, int attempt) {
        var decided = new Decided<R>(new Pending(), new AtomicReference<>());
        // Axon's repositories expect to be asked on behalf of a command.
        var command = new GenericCommandMessage<>(origin, origin.metaData());
        var unit = new OfOneOrigin(command);
        unit.start();
        decided.pending().belongTo(unit);
        // Axon runs these last one first: reading is over when the work is handed on, and its
        // aggregates are still locked.
        unit.onCommit(_ -> groupCommit.enqueue(decided.pending()));
        unit.onRollback(rolledBack -> refuse(rolledBack, work, decided));
        unit.attachTransaction(readOnly);
        var outcome =
                unit.executeWithResult(
                        () -> {
                            decided.close(work.decide(attempt));
                            return attempt;
                        },
                        RollbackConfigurationType.ANY_THROWABLE);
        if (outcome.isExceptional() && !(outcome.exceptionResult() instanceof CommandRefused)) {
            throw Failures.unchecked(outcome.exceptionResult());
        }
        return decided;
    }

    private <R> void refuse(UnitOfWork<?> unit, Work<R> work, Decided<R> decided) {
        if (unit.getExecutionResult().getExceptionResult() instanceof CommandRefused refused) {
            decided.pending().refuse();
            decided.close(work.refused(refused.refusal()));
            groupCommit.enqueue(decided.pending());
        }
    }
}
