package dev.qingdan.infra.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopRevenueTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @TempDir private Path state;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> orders;
    private TestOutputTopic<String, String> revenue;

    @BeforeEach
    void start() {
        var settings =
                ShopRevenueMain.settings(
                        "nobody:1", Map.of(StreamsConfig.STATE_DIR_CONFIG, state.toString()));
        driver = new TopologyTestDriver(ShopRevenue.topology(), settings, NOON);
        orders =
                driver.createInputTopic(
                        ShopRevenue.ORDERS, new StringSerializer(), new ByteArraySerializer());
        revenue =
                driver.createOutputTopic(
                        ShopRevenue.REVENUE, new StringDeserializer(), new StringDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void what_a_shop_was_paid_and_gave_back_within_five_minutes_is_one_sum() {
        send(Orders.placed("o1", "lake", NOON));
        send(Orders.placed("o2", "lake", NOON));
        send(Orders.placed("o3", "hill", NOON));
        send(Orders.paid("o1", 6_800, NOON.plusSeconds(10)));
        send(Orders.paid("o2", 1_000, NOON.plusSeconds(20)));
        send(Orders.paid("o3", 500, NOON.plusSeconds(30)));
        send(Orders.refunded("o1", 6_800, NOON.plusSeconds(40)));
        send(Orders.paid("o3", 700, NOON.plusSeconds(301)));

        assertThat(revenue.readKeyValuesToMap())
                .containsEntry("lake", window("lake", "04:00", "04:05", 1_000))
                .containsEntry("hill", window("hill", "04:05", "04:10", 700));
    }

    @Test
    void a_payment_that_comes_late_still_counts_in_its_own_window() {
        send(Orders.placed("o1", "lake", NOON));
        send(Orders.placed("o2", "lake", NOON.plusSeconds(600)));
        send(Orders.paid("o1", 300, NOON.plusSeconds(10)));

        assertThat(revenue.readValue()).isEqualTo(window("lake", "04:00", "04:05", 300));
    }

    private static String window(String shop, String from, String to, long fen) {
        return "{\"shopId\":\"%s\",\"from\":\"2026-03-01T%s:00Z\",\"to\":\"2026-03-01T%s:00Z\",\"revenue\":%d}"
                .formatted(shop, from, to, fen);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        orders.pipeInput(new TestRecord<>(record));
    }
}
