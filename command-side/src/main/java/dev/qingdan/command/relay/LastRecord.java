package dev.qingdan.command.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a reader of committed records finds last in a partition. */
final class LastRecord {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long A_FEW = 16;

    private LastRecord() {}

    /** A consumer to look with; it belongs to no group. */
    static Consumer<String, byte[]> reader(Map<String, Object> connection) {
        var config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Looks back from the end in growing steps: behind the last record there may be transaction
     * markers and what was aborted.
     */
    static Optional<ConsumerRecord<String, byte[]>> of(
            Consumer<String, byte[]> reader, TopicPartition partition) {
        reader.assign(List.of(partition));
        long beginning = only(reader.beginningOffsets(List.of(partition)));
        long end = only(reader.endOffsets(List.of(partition)));
        for (long back = A_FEW; ; back *= 8) {
            long from = Math.max(beginning, end - back);
            var found = lastBetween(reader, partition, from, end);
            if (found.isPresent() || from == beginning) {
                return found;
            }
        }
    }

    private static long only(Map<TopicPartition, Long> offsets) {
        return offsets.values().iterator().next();
    }

    private static Optional<ConsumerRecord<String, byte[]>> lastBetween(
            Consumer<String, byte[]> reader, TopicPartition partition, long from, long end) {
        reader.seek(partition, from);
        var found = Optional.<ConsumerRecord<String, byte[]>>empty();
        while (reader.position(partition) < end) {
            for (var record : reader.poll(POLL).records(partition)) {
                found = Optional.of(record);
            }
        }
        return found;
    }
}
