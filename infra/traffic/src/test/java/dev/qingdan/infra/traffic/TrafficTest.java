package dev.qingdan.infra.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.traffic.TrafficSettings.Patience;
import dev.qingdan.infra.traffic.buyers.Tally;
import dev.qingdan.infra.traffic.journal.Entry;
import dev.qingdan.infra.traffic.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void buyers_come_at_their_pace_and_every_answer_is_in_the_journal()
            throws InterruptedException {
        try (var shop = new FakeShop(0, false)) {
            var tally = trafficUntil(50, shop);

            assertThat(tally.contradictions()).isEmpty();
            assertThat(accepted()).hasSize((int) tally.acceptedOrders());
            assertThat(accepted()).extracting(Entry.Accepted::payable).containsOnly(300L);
        }
    }

    @Test
    void an_order_whose_answer_was_lost_is_asked_for_again_under_its_key()
            throws InterruptedException {
        try (var shop = new FakeShop(20, false)) {
            trafficUntil(40, shop);

            var orders = accepted().stream().map(Entry.Accepted::orderId).distinct().toList();
            assertThat(orders).hasSize(accepted().size());
            assertThat(shop.orders()).isEqualTo(orders.size());
        }
    }

    @Test
    void a_shop_that_makes_two_orders_of_one_is_found_out() throws InterruptedException {
        try (var shop = new FakeShop(0, true)) {
            assertThat(trafficUntil(100, shop).contradictions()).isNotEmpty();
        }
    }

    private Tally trafficUntil(int acceptedOrders, FakeShop shop) throws InterruptedException {
        var patience = new Patience(Duration.ofSeconds(2), BOUND, Duration.ofMillis(10));
        var settings =
                new TrafficSettings(
                        200, 10, shop.addresses(), patience, folder.resolve("journal"), null);
        try (var traffic = Traffic.start(settings)) {
            await().atMost(BOUND).until(() -> traffic.tally().acceptedOrders() >= acceptedOrders);
            traffic.stop(BOUND);
            return traffic.tally();
        }
    }

    private List<Entry.Accepted> accepted() {
        return Journal.read(folder.resolve("journal")).stream()
                .filter(Entry.Accepted.class::isInstance)
                .map(Entry.Accepted.class::cast)
                .toList();
    }
}
