package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How many events went out, and how long after they happened. */
final class RelayMetrics {

    private final Counter sent;
    private final Timer delay;
    private final Clock clock;

    RelayMetrics(MeterRegistry registry, Clock clock) {
        this.sent = registry.counter("qingdan.relay.events");
        this.delay =
                Timer.builder("qingdan.relay.delay")
                        .publishPercentileHistogram()
                        .register(registry);
        this.clock = clock;
    }

    void sent(List<Positioned> batch) {
        var now = clock.instant();
        sent.increment(batch.size());
        batch.forEach(event -> delay.record(Duration.between(event.event().occurredAt(), now)));
    }
}
