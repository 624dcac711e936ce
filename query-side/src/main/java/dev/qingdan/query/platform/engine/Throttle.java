package dev.qingdan.query.platform.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Holds back a thread that fills in bulk while this process has readers. They would wait for a
 * processor, and for the collection of all that such a thread leaves behind.
 *
 * <p>Belongs to that thread.
 */
final class Throttle {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final BooleanSupplier readers;
    private final double share;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> pause;

    /**
     * @param share the part of its time that the thread goes on working
     */
    Throttle(BooleanSupplier readers, double share) {
        this(readers, share, System::nanoTime, Pauses::of);
    }

    Throttle(
            BooleanSupplier readers,
            double share,
            LongSupplier nanoTime,
            Consumer<Duration> pause) {
        this.readers = readers;
        this.share = share;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** Afterwards rests for as long as that entitles readers to. */
    void work(Runnable work) {
        var began = nanoTime.getAsLong();
        work.run();
        if (readers.getAsBoolean()) {
            var worked = nanoTime.getAsLong() - began;
            var rest = Duration.ofNanos((long) (worked * (1 / share - 1)));
            pause.accept(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
        }
    }
}
