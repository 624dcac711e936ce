package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.traffic.Traffic;
import dev.qingdan.infra.traffic.TrafficSettings;
import dev.qingdan.infra.traffic.TrafficSettings.Patience;
import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.staff.StaffTokens;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** As an operator rebuilds a view in the middle of the day. */
@ExtendWith(OneStackForAll.class)
class RebuildUnderTrafficTest {

    private static final Duration TO_REBUILD = Duration.ofMinutes(2);

    private final RunningStack stack;

    RebuildUnderTrafficTest(RunningStack stack) {
        this.stack = stack;
    }

    @TempDir private Path folder;

    @Test
    void the_views_answer_all_the_time_and_end_up_as_the_store_has_it()
            throws InterruptedException, SQLException {
        var journal = folder.resolve("journal.jsonl");
        var patience = new Patience(Duration.ofSeconds(10), TO_REBUILD, Duration.ofMillis(500));
        var settings =
                new TrafficSettings(10, 50, stack.addresses(), patience, journal, stack.staffKey());
        try (var traffic = Traffic.start(settings);
                var api = new Api(Duration.ofSeconds(10), TO_REBUILD);
                var onlooker = new Onlooker(stack.addresses())) {
            await().atMost(TO_REBUILD).until(() -> traffic.tally().acceptedOrders() >= 40);
            var generation = generation(api);

            var started = api.post(rebuilds(), operator(), Map.of("mode", "REPLACE"));
            assertThat(started.status()).as(started.text()).isEqualTo(202);
            await().atMost(TO_REBUILD).until(() -> !generation(api).equals(generation));

            var before = traffic.tally().acceptedOrders();
            await().atMost(TO_REBUILD).until(() -> traffic.tally().acceptedOrders() >= before + 40);
            traffic.stop(TO_REBUILD);
            assertThat(traffic.tally().contradictions()).isEmpty();
            assertThat(onlooker.answers()).isPositive();
            assertThat(onlooker.disappointments()).isEmpty();
            var report = Auditor.audit(stack, journal);
            assertThat(report.isClean()).as(report.toString()).isTrue();
        }
    }

    private String generation(Api api) throws InterruptedException {
        var url = stack.addresses().query() + "/ops/projections";
        return api.get(url, operator())
                .json()
                .valueStream()
                .filter(it -> it.path("name").asString().equals("order_view"))
                .findFirst()
                .orElseThrow()
                .path("generation")
                .toString();
    }

    private String rebuilds() {
        return stack.addresses().query() + "/ops/projections/order_view/rebuilds";
    }

    private Map<String, String> operator() {
        var token = new StaffTokens(stack.staffKey()).token("operator", "OPERATOR");
        return Map.of("Authorization", "Bearer " + token);
    }
}
