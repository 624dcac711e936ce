package dev.qingdan.infra.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples as they stand, on a real broker. */
class RealBrokerTest {

    private static final String BROKER = TestKafka.bootstrapServers();
    private static final Instant NOW = Instant.now();
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @BeforeAll
    static void someOrders() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", BROKER))) {
            var topics =
                    Stream.of("catalogue", "stock", "order", "payment", "member")
                            .map(family -> new NewTopic("shop." + family + ".v1", 6, (short) 1));
            var output = new NewTopic(ShopRevenue.REVENUE, 6, (short) 1);
            admin.createTopics(Stream.concat(topics, Stream.of(output)).toList()).all().get();
        }
        send(
                Orders.placed("o1", "lake", NOW),
                Orders.placed("o2", "lake", NOW),
                Orders.paid("o1", 6_800, NOW),
                Orders.paid("o2", 1_000, NOW.plusMillis(1)));
    }

    @Test
    void the_job_writes_a_shops_revenue_exactly_once() {
        var settings =
                ShopRevenueMain.settings(
                        BROKER, Map.of(StreamsConfig.STATE_DIR_CONFIG, folder.toString()));
        try (var streams = new KafkaStreams(ShopRevenue.topology(), settings)) {
            streams.start();
            await().atMost(SOON)
                    .until(() ->
                            revenue().stream().anyMatch(it -> it.contains("\"revenue\":7800")));
        }
    }

    @Test
    void the_export_writes_a_row_for_each_event_of_its_time() throws IOException {
        var file = folder.resolve("orders.csv");
        var export = new CsvExport(ShopRevenue.ORDERS, NOW, NOW.plusMillis(1));

        assertThat(ExportCsvMain.export(BROKER, export, file)).isEqualTo(3);
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .anyMatch(row -> row.contains(",shop.order.OrderPaid,") && row.endsWith("\"\"}\""));
    }

    @Test
    void kcat_counts_the_events_and_tells_an_orders_history() throws IOException {
        assertThat(run("kcat/count-by-type.sh", BROKER))
                .contains("2 shop.order.OrderPaid", "2 shop.order.OrderPlaced");
        assertThat(run("kcat/order-history.sh", "o1", BROKER).lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("shop.order.OrderPaid {\"orderId\":\"o1\",\"amount\":6800");
        assertThat(run("kcat/paid-today.sh", BROKER).strip()).isEqualTo("7800");
    }

    private static List<String> revenue() {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers",
                        BROKER,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "group.id",
                        "reader-" + System.nanoTime());
        var seen = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(ShopRevenue.REVENUE));
            consumer.poll(Duration.ofSeconds(3)).forEach(record -> seen.add(record.value()));
        }
        return seen;
    }

    private static String run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
        return output;
    }

    @SafeVarargs
    private static void send(ProducerRecord<String, byte[]>... records)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config = Map.of("bootstrap.servers", BROKER);
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(record).get();
            }
        }
    }
}
