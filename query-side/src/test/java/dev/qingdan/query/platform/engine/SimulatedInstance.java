package dev.qingdan.query.platform.engine;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.query.platform.projection.DecodedEvents;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.testing.Logs;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * An instance of the query side whose polls a test controls: it delivers what it is told to from a
 * log in memory, and can be made to fail before or after its commit.
 */
final class SimulatedInstance {

    enum Fault {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log;
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final PartitionListener listener;
    private Fault fault = Fault.NONE;

    SimulatedInstance(
            EngineDatabase database,
            Projection projection,
            String generation,
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log) {
        this(database, generation, database.polls(projection, generation), log);
    }

    SimulatedInstance(
            EngineDatabase database,
            String generation,
            PartitionListener.Sink sink,
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log) {
        this.log = log;
        listener =
                new PartitionListener(
                        generation,
                        database.positions,
                        Duration.ZERO,
                        new Focus(Long.MAX_VALUE),
                        new DecodedEvents(),
                        failing(sink),
                        _ -> Duration.ZERO);
    }

    private PartitionListener.Sink failing(PartitionListener.Sink sink) {
        return new PartitionListener.Sink() {
            @Override
            public void write(Batch batch, long behind) {
                failIf(Fault.BEFORE_COMMIT);
                sink.write(batch, behind);
                failIf(Fault.AFTER_COMMIT);
            }

            @Override
            public void flush() {
                sink.flush();
            }

            @Override
            public void discard() {
                sink.discard();
            }
        };
    }

    private void failIf(Fault moment) {
        if (fault == moment) {
            throw new DataAccessResourceFailureException("The connection broke");
        }
    }

    /** Kafka gives these partitions to the instance; it does not take them from anybody else. */
    void assign(Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        listener.onPartitionsAssigned(consumer, partitions);
    }

    /** One poll that returns at most that many records of these partitions. */
    void poll(Collection<TopicPartition> partitions, int most, Fault faultOfThisPoll) {
        var polled = new HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        for (TopicPartition partition : partitions) {
            var position = consumer.position(partition);
            var next =
                    recordsOf(partition).stream()
                            .filter(record -> record.offset() >= position)
                            .limit(most)
                            .toList();
            if (!next.isEmpty()) {
                polled.put(partition, next);
                consumer.seek(partition, next.getLast().offset() + 1);
            }
        }
        if (!polled.isEmpty()) {
            fault = faultOfThisPoll;
            deliver(new ConsumerRecords<>(polled, Map.of()));
        }
    }

    private void deliver(ConsumerRecords<String, byte[]> records) {
        try {
            listener.onMessage(records, null, consumer);
        } catch (ReadAgain | DataAccessException failure) {
            var container = Mockito.mock(ConcurrentMessageListenerContainer.class);
            listener.handleBatch(failure, records, consumer, container, () -> {});
        }
    }

    /** Kafka delivers from the beginning again, and nobody has asked it to. */
    void rewind(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> consumer.seek(partition, 0));
    }

    void pollAll() {
        while (!atEnd()) {
            poll(log.keySet(), 100, Fault.NONE);
            if (atEnd()) {
                idle();
            }
        }
    }

    /** Nothing comes for a while. */
    void idle() {
        listener.onIdle(consumer);
    }

    void append(Recorded<DomainEvent> recorded) {
        Logs.append(log, recorded);
    }

    boolean atEnd() {
        return log.entrySet().stream()
                .allMatch(entry ->
                        !consumer.assignment().contains(entry.getKey())
                                || consumer.position(entry.getKey())
                                        > entry.getValue().getLast().offset());
    }

    private List<ConsumerRecord<String, byte[]>> recordsOf(@Nullable TopicPartition partition) {
        return Objects.requireNonNullElse(log.get(partition), List.of());
    }
}
