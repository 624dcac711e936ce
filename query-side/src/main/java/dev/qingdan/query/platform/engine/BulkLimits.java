package dev.qingdan.query.platform.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * How much may be kept back to be written together. Memory is shared among all threads that are at
 * it; time is short, because others wait for a transaction, and because progress is to be seen.
 */
final class BulkLimits {

    private static final int LETTERS = 1_000;

    /** With readers: a long write keeps a processor from them, and leaves much to be collected. */
    private static final int PART = 8;

    private final long bytes;
    private final Duration time;
    private final BooleanSupplier readers;
    private final AtomicInteger threads = new AtomicInteger();

    /**
     * @param bytes of events; while there are readers a part of that
     * @param readers whether there are any
     */
    BulkLimits(long bytes, Duration time, BooleanSupplier readers) {
        this.bytes = bytes;
        this.time = time;
        this.readers = readers;
    }

    void enter() {
        threads.incrementAndGet();
    }

    void leave() {
        threads.decrementAndGet();
    }

    boolean reached(long taken, long begun, int letters) {
        return taken * threads.get() >= (readers.getAsBoolean() ? bytes / PART : bytes)
                || System.nanoTime() - begun >= time.toNanos()
                || letters >= LETTERS;
    }
}
