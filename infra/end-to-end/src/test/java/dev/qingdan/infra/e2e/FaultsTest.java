package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.traffic.Traffic;
import dev.qingdan.infra.traffic.TrafficSettings;
import dev.qingdan.infra.traffic.TrafficSettings.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** As bad luck would have it, while buyers come and go. */
@ExtendWith(OneStackForAll.class)
class FaultsTest {

    private static final Duration TO_RECOVER = Duration.ofMinutes(4);
    private static final int ORDERS_AFTERWARDS = 10;

    private final RunningStack stack;

    FaultsTest(RunningStack stack) {
        this.stack = stack;
    }

    @TempDir private Path folder;

    @Test
    void whatever_dies_no_accepted_order_is_lost_and_none_is_made_twice()
            throws IOException, InterruptedException, SQLException {
        var journal = folder.resolve("journal.jsonl");
        var patience =
                new Patience(Duration.ofSeconds(5), Duration.ofMinutes(6), Duration.ofMillis(500));
        var settings =
                new TrafficSettings(2, 20, stack.addresses(), patience, journal, stack.staffKey());
        try (var traffic = Traffic.start(settings)) {
            awaitOrders(traffic);
            for (var victim :
                    new String[] {"command-side", "query-side", "kafka", "postgresql-server"}) {
                stack.kill(victim);
                awaitOrders(traffic);
            }
            stack.killAndRunAgain();
            awaitOrders(traffic);
            traffic.stop(TO_RECOVER);

            assertThat(traffic.tally().contradictions()).isEmpty();
            var report = Auditor.audit(stack, journal);
            assertThat(report.isClean()).as(report.toString()).isTrue();
        }
    }

    /** Buyers are served again: not one of them, but a row of them. */
    private static void awaitOrders(Traffic traffic) {
        var before = traffic.tally().acceptedOrders();
        await().atMost(TO_RECOVER)
                .until(() -> traffic.tally().acceptedOrders() >= before + ORDERS_AFTERWARDS);
    }
}
