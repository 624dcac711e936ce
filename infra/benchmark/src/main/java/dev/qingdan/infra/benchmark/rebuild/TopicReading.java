package dev.qingdan.infra.benchmark.rebuild;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import dev.qingdan.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of orders from its beginning to its end, with the settings of the engine. */
record TopicReading(String bootstrapServers) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Events a second when they are only read. */
    long read(int threads) {
        return perSecond(threads, _ -> {});
    }

    /** Events a second when they are decoded as the engine does it. */
    long readAndDecode(int threads) {
        return perSecond(threads, TopicReading::decode);
    }

    private static void decode(ConsumerRecord<String, byte[]> record) {
        var type = EventType.named(CloudEvents.envelope(record).type()).orElseThrow();
        var event = EventJson.read(type, record.value());
        if (!event.aggregateId().equals(record.key())) {
            throw new IllegalStateException("The key is not the event's aggregate");
        }
    }

    private long perSecond(int threads, Consumer<ConsumerRecord<String, byte[]>> each) {
        var start = System.nanoTime();
        long events = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks =
                    IntStream.range(0, threads)
                            .<Callable<Long>>mapToObj(i -> () -> consume(share(i, threads), each))
                            .toList();
            for (var task : pool.invokeAll(tasks)) {
                events += task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reading failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        return events * 1_000_000_000L / (System.nanoTime() - start);
    }

    private static List<TopicPartition> share(int thread, int threads) {
        return IntStream.range(0, Topic.PARTITIONS)
                .filter(partition -> partition % threads == thread)
                .mapToObj(partition -> new TopicPartition(Topic.ORDER.topicName(), partition))
                .toList();
    }

    private long consume(
            List<TopicPartition> partitions, Consumer<ConsumerRecord<String, byte[]>> each) {
        long events = 0;
        try (var consumer =
                new KafkaConsumer<>(
                        settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                var records = consumer.poll(POLL);
                records.forEach(each);
                events += records.count();
            }
        }
        return events;
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000);
    }
}
