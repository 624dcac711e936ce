package dev.qingdan.query.platform.engine;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
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

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final BooleanSupplier readers;
    private final double share;
    private final Lock turn;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> pause;

    /**
     * @param share the part of its time that the thread goes on working
     * @param turn what all such threads share, since one of them is enough while there are readers
     */
    Throttle(BooleanSupplier readers, double share, Lock turn) {
        this(readers, share, turn, System::nanoTime, Pauses::of);
    }

    Throttle(
            BooleanSupplier readers,
            double share,
            Lock turn,
            LongSupplier nanoTime,
            Consumer<Duration> pause) {
        this.readers = readers;
        this.share = share;
        this.turn = turn;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** Afterwards rests for as long as that entitles readers to. */
    void work(Runnable work) {
        if (readers.getAsBoolean()) {
            var worked = inTurn(work);
            var rest = Duration.ofNanos((long) (worked * (1 / share - 1)));
            pause.accept(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
        } else {
            work.run();
        }
    }

    private long inTurn(Runnable work) {
        turn.lock();
        try {
            var began = nanoTime.getAsLong();
            work.run();
            return nanoTime.getAsLong() - began;
        } finally {
            turn.unlock();
        }
    }
}
