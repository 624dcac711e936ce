package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Relays die and the broker is away while orders come in; see README.md for the long form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamFaultsTest {

    private static final Logger log = Logger.getLogger(StreamFaultsTest.class.getName());

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int RATE = Integer.getInteger("rate", 40);
    private static final Duration OUTAGE = Duration.parse(System.getProperty("outage", "PT15S"));
    private static final long SEED = 20261122;
    private static final Duration TAKEOVER = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private StreamStage stage;
    private StageShop shop;

    @BeforeAll
    void start() throws SQLException, InterruptedException {
        stage = StreamStage.start(folder);
        shop = StageShop.open(stage);
    }

    @AfterAll
    void stop() throws SQLException {
        stage.close();
    }

    @Test
    void however_often_the_leading_relay_is_killed_every_event_is_there_once_and_in_order()
            throws SQLException {
        var random = new Random(SEED);
        var longest = Duration.ZERO;
        try (var orders = new SteadyOrders(stage, shop, RATE)) {
            for (int round = 0; round < ROUNDS; round++) {
                awaitEvents(1 + random.nextInt(RATE * 2));
                var takeover = killLeader();
                longest = takeover.compareTo(longest) > 0 ? takeover : longest;
            }
            orders.end();
            audit("%d kills, longest takeover %s".formatted(ROUNDS, longest), orders);
            assertThat(longest).isLessThan(TAKEOVER);
        }
    }

    @Test
    void without_a_broker_no_order_fails_and_all_events_arrive_afterwards() throws SQLException {
        try (var orders = new SteadyOrders(stage, shop, RATE)) {
            awaitEvents(RATE);
            stage.killKafka();
            int before = orders.accepted();
            await().during(OUTAGE).atMost(OUTAGE.plus(LONG)).until(() -> orders.failed() == 0);
            assertThat(orders.accepted()).isGreaterThan(before);

            var drain = Drain.of(stage);
            orders.end();
            audit("%s without a broker, %s".formatted(OUTAGE, drain), orders);
        }
    }

    /** At a moment that the clock does not choose: after so many more events, in whatever batch. */
    private void awaitEvents(int more) throws SQLException {
        long enough = stage.head() + more;
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> stage.head() >= enough);
    }

    /** How long it took the other one to send on. The victim comes back as a stand-by. */
    private Duration killLeader() throws SQLException {
        var victim = await().atMost(LONG).until(stage::leader, it -> it.isPresent()).orElseThrow();
        long sent = stage.position();
        victim.kill();
        var killed = Instant.now();
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        stage.leader().filter(it -> it != victim).isPresent()
                                && stage.position() > sent);
        var takeover = Duration.between(killed, Instant.now());
        victim.start();
        return takeover;
    }

    private void audit(String what, SteadyOrders orders) throws SQLException {
        await().atMost(LONG).until(() -> stage.position() == stage.head());
        try (var store = stage.connection()) {
            var audit = StreamAudit.of(store, stage.kafka());
            log.info(() -> "At %d orders/s: %s; %s; %s".formatted(RATE, what, orders, audit));
            assertThat(orders.failed()).isZero();
            assertThat(audit.isExact()).as(audit.toString()).isTrue();
        }
    }
}
