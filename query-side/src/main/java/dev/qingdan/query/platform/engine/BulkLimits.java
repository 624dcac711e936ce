package dev.qingdan.query.platform.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much may be kept back to be written together. Memory is shared among all threads that are at
 * it; time is short, because others wait for a transaction, and because progress is to be seen.
 */
final class BulkLimits {

    private static final int LETTERS = 1_000;

    private final long bytes;
    private final Duration time;
    private final AtomicInteger threads = new AtomicInteger();

    /**
     * @param bytes of events, whose rows take about two or three times as much
     */
    BulkLimits(long bytes, Duration time) {
        this.bytes = bytes;
        this.time = time;
    }

    void enter() {
        threads.incrementAndGet();
    }

    void leave() {
        threads.decrementAndGet();
    }

    boolean reached(long taken, long begun, int letters) {
        return taken * threads.get() >= bytes
                || System.nanoTime() - begun >= time.toNanos()
                || letters >= LETTERS;
    }
}
