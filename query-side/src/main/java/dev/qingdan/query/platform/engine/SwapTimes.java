package dev.qingdan.query.platform.engine;

import java.time.Duration;
import org.springframework.transaction.support.TransactionSynchronization;

/** Times a swap from where it begins to hold writers up until it is committed. */
final class SwapTimes implements TransactionSynchronization {

    private final EngineMetrics metrics;
    private final String projection;
    private final long held = System.nanoTime();
    private long views = held;

    SwapTimes(EngineMetrics metrics, String projection) {
        this.metrics = metrics;
        this.projection = projection;
    }

    void viewsAreNext() {
        views = System.nanoTime();
    }

    @Override
    public void afterCommit() {
        var end = System.nanoTime();
        metrics.held(projection, Duration.ofNanos(end - held));
        metrics.switched(projection, Duration.ofNanos(end - views));
    }
}
