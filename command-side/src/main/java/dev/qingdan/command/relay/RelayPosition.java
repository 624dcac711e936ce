package dev.qingdan.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The last position that was committed to Kafka together with the events up to it. */
final class RelayPosition {

    static final String KEY = "position";

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long A_FEW = 16;

    private RelayPosition() {}

    static byte[] write(long position) {
        return Long.toString(position).getBytes(UTF_8);
    }

    /** 0 where nothing was ever sent. */
    static long read(Map<String, Object> connection, String topic) {
        var config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        var partition = new TopicPartition(topic, 0);
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            return last(consumer, partition).orElse(0);
        }
    }

    /**
     * Looks back from the end in growing steps: behind the last position there may be transaction
     * markers and what was aborted, before it all positions that are not yet compacted away.
     */
    private static OptionalLong last(Consumer<String, byte[]> consumer, TopicPartition partition) {
        long beginning = only(consumer.beginningOffsets(List.of(partition)));
        long end = only(consumer.endOffsets(List.of(partition)));
        for (long back = A_FEW; ; back *= 8) {
            long from = Math.max(beginning, end - back);
            var found = lastBetween(consumer, partition, from, end);
            if (found.isPresent() || from == beginning) {
                return found;
            }
        }
    }

    private static long only(Map<TopicPartition, Long> offsets) {
        return offsets.values().iterator().next();
    }

    private static OptionalLong lastBetween(
            Consumer<String, byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        var found = OptionalLong.empty();
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL).records(partition)) {
                found = OptionalLong.of(Long.parseLong(new String(record.value(), UTF_8)));
            }
        }
        return found;
    }
}
