package dev.qingdan.infra.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Writes one topic's events of a stretch of time as CSV. Parquet is one step from there: {@code
 * duckdb -c "copy (from 'orders.csv') to 'orders.parquet'"}.
 *
 * <p>{@code java -cp analytics.jar dev.qingdan.infra.analytics.ExportCsvMain 127.0.0.1:9092
 * shop.order.v1 2026-11-01T00:00:00Z 2026-12-01T00:00:00Z orders.csv}
 */
final class ExportCsvMain {

    private ExportCsvMain() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("Say broker, topic, from, to and file");
        }
        export(
                arguments[0],
                new CsvExport(
                        arguments[1], Instant.parse(arguments[2]), Instant.parse(arguments[3])),
                Path.of(arguments[4]));
    }

    static long export(String broker, CsvExport export, Path file) throws IOException {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        try (var consumer =
                        new KafkaConsumer<>(
                                config, new StringDeserializer(), new ByteArrayDeserializer());
                var csv = Files.newBufferedWriter(file)) {
            return export.write(consumer, csv);
        }
    }
}
