package dev.qingdan.command.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many units of work decide at once, the others waiting in line before they take a
 * connection or a lock: Axon's lock looks for deadlocks among all who wait for it, which grows with
 * their square.
 */
public final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore turns;

    public Turns(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    /**
     * @throws CommandRefused where the line is too long
     */
    public <T> T take(Supplier<T> work) {
        await();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandRefused(new Busy());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused(new Busy());
        }
    }
}
