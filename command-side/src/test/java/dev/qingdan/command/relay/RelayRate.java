package dev.qingdan.command.relay;

import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import dev.qingdan.command.TestStore;
import dev.qingdan.command.platform.store.StoredEvent;
import dev.qingdan.events.StockEvent.StockReceived;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How fast one relay empties a full store. A measurement, run by name: -Dtest=RelayRate. */
class RelayRate {

    private static final Logger log = LoggerFactory.getLogger(RelayRate.class);

    private static final int EVENTS = Integer.getInteger("events", 200_000);
    private static final int AT_ONCE = 1_000;
    private static final int SKUS = 500;

    private final OperatingSystemMXBean machine =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Test
    void measure() {
        var store = TestStore.fresh();
        for (int i = 0; i < EVENTS; i += AT_ONCE) {
            store.append(events(i));
        }
        for (int round = 1; round <= 3; round++) {
            try (var kafka = RelayUnderTest.withTopicsOfItsOwn()) {
                kafka.topics().ensure();
                long cpu = machine.getProcessCpuTime();
                long begun = System.nanoTime();
                var desk = kafka.start(store).desk();
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> desk.status().position() == EVENTS);
                long nanos = System.nanoTime() - begun;
                cpu = machine.getProcessCpuTime() - cpu;
                log.info(
                        "Round {}: {} events/s, from the first to the last; {} µs of this process each",
                        round,
                        EVENTS * 1_000_000_000L / nanos,
                        cpu / 1_000 / EVENTS);
            }
            store.jdbc().sql("update relay set position = 0").update();
        }
    }

    private static StoredEvent[] events(int from) {
        var events = new StoredEvent[AT_ONCE];
        for (int i = 0; i < AT_ONCE; i++) {
            int number = from + i;
            events[i] =
                    TestStore.event(
                            number / SKUS,
                            new StockReceived("tea-" + number % SKUS, 1 + number, "delivery-1"));
        }
        return events;
    }
}
