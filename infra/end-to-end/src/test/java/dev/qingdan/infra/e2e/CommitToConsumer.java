package dev.qingdan.infra.e2e;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long after an event was stored a reader of committed records has it, by one machine's clock.
 * {@code ce_time} is taken before the commit, so the truth is a little better. A measurement, run
 * by name; see README.md.
 */
class CommitToConsumer {

    private static final Logger log = Logger.getLogger(CommitToConsumer.class.getName());

    private static final int RATE = Integer.getInteger("rate", 200);
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void measure() throws InterruptedException, SQLException {
        try (var stage = StreamStage.start(folder);
                var consumer = consumer(stage.kafka());
                var orders = new SteadyOrders(stage, StageShop.open(stage), RATE)) {
            consumer.subscribe(Pattern.compile("shop\\.[a-z]+\\.v1"));
            read(consumer, WARM_UP);
            long before = orders.accepted();
            var delays = read(consumer, MEASURED);
            long accepted = orders.accepted() - before;
            log.info(() ->
                    "%d events of %d orders in %s, commit to consumer: p50 %d ms, p99 %d ms, most %d ms"
                            .formatted(
                                    delays.size(),
                                    accepted,
                                    MEASURED,
                                    percentile(delays, 50),
                                    percentile(delays, 99),
                                    percentile(delays, 100)));
            orders.end();
        }
    }

    private static List<Long> read(KafkaConsumer<String, byte[]> consumer, Duration time) {
        var delays = new ArrayList<Long>();
        var end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            var records = consumer.poll(Duration.ofMillis(200));
            var now = Instant.now();
            records.forEach(record -> delays.add(Duration.between(time(record), now).toMillis()));
        }
        return delays;
    }

    private static Instant time(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_time").value();
        return Instant.parse(new String(header, StandardCharsets.UTF_8));
    }

    private static long percentile(List<Long> delays, int percent) {
        var sorted = delays.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static KafkaConsumer<String, byte[]> consumer(String broker) {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                        ConsumerConfig.GROUP_ID_CONFIG, "latency",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
