package dev.qingdan.query.platform.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the engine counts and times as it works. */
@Component
class EngineMetrics {

    private final MeterRegistry meters;

    EngineMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** From the first look at a batch to its commit. */
    Timer batches(String projection) {
        return timer("qingdan.projection.batch", projection);
    }

    /** Events that were folded and committed. */
    Counter events(String projection) {
        return meters.counter("qingdan.projection.events", "projection", projection);
    }

    Timer indexing(String projection) {
        return timer("qingdan.projection.indexing", projection);
    }

    /** How long the live generation's writers were held up. */
    void held(String projection, Duration time) {
        timer("qingdan.projection.swap.held", projection).record(time);
    }

    /** How long it took to point the readers' views somewhere else. */
    void switched(String projection, Duration time) {
        timer("qingdan.projection.swap.views", projection).record(time);
    }

    private Timer timer(String name, String projection) {
        return meters.timer(name, Tags.of("projection", projection));
    }
}
