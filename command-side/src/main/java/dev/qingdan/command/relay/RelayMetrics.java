package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How many events went out and in what batches, how long that took, and how far behind we are. */
final class RelayMetrics {

    private final Counter sent;
    private final DistributionSummary batches;
    private final Timer commit;
    private final Timer delay;
    private final Clock clock;

    RelayMetrics(MeterRegistry registry, RelayDesk desk, Clock clock) {
        this.sent = registry.counter("qingdan.relay.events");
        this.batches = registry.summary("qingdan.relay.batch");
        this.commit = registry.timer("qingdan.relay.commit");
        this.delay =
                Timer.builder("qingdan.relay.delay")
                        .description("From the moment of the event to its commit in Kafka")
                        .publishPercentileHistogram()
                        .register(registry);
        this.clock = clock;
        Gauge.builder("qingdan.relay.lag", desk, it -> it.status().lag())
                .description("Events in the store that are not in Kafka yet")
                .strongReference(true)
                .register(registry);
    }

    void send(List<Positioned> batch, Runnable sending) {
        commit.record(sending);
        var now = clock.instant();
        sent.increment(batch.size());
        batches.record(batch.size());
        batch.forEach(event -> delay.record(Duration.between(event.event().occurredAt(), now)));
    }
}
