package dev.qingdan.command.platform;

import java.util.function.IntFunction;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;

/** Does work again that met another writer, on what that one has left. */
public final class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final int MOST = 10;

    private Attempts() {}

    /**
     * @param work is given the number of the attempt, from 1
     * @throws CommandRefused where it met another writer each time
     */
    public static <T> T untilAlone(IntFunction<T> work) {
        for (int attempt = 1; attempt <= MOST; attempt++) {
            try {
                return work.apply(attempt);
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
}
