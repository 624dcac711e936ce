package dev.qingdan.command.relay;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a reader of committed records finds last in each of some partitions. */
final class LastRecord {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long A_FEW = 16;

    private LastRecord() {}

    /**
     * Partitions without any are not among the keys. Looks back from the ends in growing steps:
     * behind the last record there may be transaction markers and what was aborted.
     */
    static Map<TopicPartition, ConsumerRecord<String, byte[]>> of(
            Map<String, Object> connection, Collection<TopicPartition> partitions) {
        var found = new HashMap<TopicPartition, ConsumerRecord<String, byte[]>>();
        try (var reader = reader(connection)) {
            reader.assign(partitions);
            var open = ranges(reader, partitions);
            for (long step = A_FEW; !open.isEmpty(); step *= 8) {
                long back = step;
                read(open, back, reader)
                        .forEach(it ->
                                found.put(new TopicPartition(it.topic(), it.partition()), it));
                open =
                        open.stream()
                                .filter(it -> !found.containsKey(it.partition))
                                .filter(it -> it.from(back) > it.beginning)
                                .toList();
            }
        }
        return found;
    }

    /** The offsets between which committed records may be. */
    private record Range(TopicPartition partition, long beginning, long end) {

        long from(long back) {
            return Math.max(beginning, end - back);
        }
    }

    private static List<Range> ranges(
            Consumer<String, byte[]> reader, Collection<TopicPartition> partitions) {
        var beginnings = reader.beginningOffsets(partitions);
        var ends = reader.endOffsets(partitions);
        return partitions.stream()
                .map(it ->
                        new Range(
                                it,
                                requireNonNull(beginnings.get(it)),
                                requireNonNull(ends.get(it))))
                .toList();
    }

    /** All at once: one after the other, each would wait for the broker's answer about the last. */
    private static List<ConsumerRecord<String, byte[]>> read(
            List<Range> ranges, long back, Consumer<String, byte[]> reader) {
        reader.assign(ranges.stream().map(Range::partition).toList());
        ranges.forEach(it -> reader.seek(it.partition, it.from(back)));
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        var giveUp = Instant.now().plus(PATIENCE);
        while (ranges.stream().anyMatch(it -> reader.position(it.partition) < it.end)) {
            if (Instant.now().isAfter(giveUp)) {
                throw new TimeoutException("The ends of the topics could not be read");
            }
            reader.poll(POLL).forEach(records::add);
        }
        return records;
    }

    /** A consumer to look with; it belongs to no group. */
    private static Consumer<String, byte[]> reader(Map<String, Object> connection) {
        var config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
