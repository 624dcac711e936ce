package dev.qingdan.query.platform.projection;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventStamp;
import dev.qingdan.events.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record off the topic. Its event is decoded once, when it is first asked for; or there is a
 * reason why it cannot be, and such an event parks its aggregate.
 *
 * <p>Belongs to one thread.
 */
public final class Incoming {

    private final ConsumerRecord<String, byte[]> record;
    private final TopicPartition partition;
    private final @Nullable EventStamp stamp;
    private final @Nullable DecodedEvents shared;
    private @Nullable Recorded<?> recorded;
    private @Nullable RuntimeException failure;

    private Incoming(
            ConsumerRecord<String, byte[]> record,
            TopicPartition partition,
            @Nullable EventStamp stamp,
            @Nullable DecodedEvents shared,
            @Nullable RuntimeException failure) {
        this.record = record;
        this.partition = partition;
        this.stamp = stamp;
        this.shared = shared;
        this.failure = failure;
    }

    public static Incoming of(ConsumerRecord<String, byte[]> record) {
        return of(record, partitionOf(record), null);
    }

    /**
     * @param partition the one that the record lies in: the same object for all of them
     * @param shared with others who read the same records now; none where nobody does
     */
    public static Incoming of(
            ConsumerRecord<String, byte[]> record,
            TopicPartition partition,
            @Nullable DecodedEvents shared) {
        try {
            return new Incoming(record, partition, CloudEvents.stamp(record), shared, null);
        } catch (RuntimeException unreadable) {
            return new Incoming(record, partition, null, shared, unreadable);
        }
    }

    /** One of which only these parts were kept. */
    public static Incoming of(ConsumerRecord<String, byte[]> record, EventStamp stamp) {
        return new Incoming(record, partitionOf(record), stamp, null, null);
    }

    public Incoming failedBy(RuntimeException cause) {
        return new Incoming(record, partition, stamp, shared, cause);
    }

    public ConsumerRecord<String, byte[]> record() {
        return record;
    }

    /** None where the headers cannot be read. */
    public @Nullable EventStamp stamp() {
        return stamp;
    }

    /** Whether there is something to decode, and it is known what it is to be. */
    public boolean isReadable() {
        return stamp != null && record.key() != null && record.value() != null;
    }

    /** None where there is a {@link #failure}. */
    public @Nullable Recorded<?> recorded() {
        decode();
        return recorded;
    }

    /** Why this event cannot be folded, if so. */
    public @Nullable RuntimeException failure() {
        decode();
        return failure;
    }

    private void decode() {
        if (recorded == null && failure == null && stamp != null) {
            try {
                recorded = decoded(stamp);
            } catch (RuntimeException unreadable) {
                failure = unreadable;
            }
        }
    }

    private Recorded<?> decoded(EventStamp stamp) {
        var type = EventType.named(stamp.type()).orElse(null);
        if (type == null) {
            throw new IllegalArgumentException("No event type is known as " + stamp.type());
        }
        var event =
                shared == null ? EventJson.read(type, record.value()) : shared.read(type, record);
        if (!event.aggregateId().equals(record.key())) {
            throw new IllegalArgumentException(
                    "The key is not the event's aggregate: " + record.key());
        }
        return new Recorded<>(event, stamp);
    }

    /** Whether folding this event takes a row of that table. */
    public boolean feeds(Table table) {
        var known = recorded();
        return known != null && failure == null && table.takes(known.event());
    }

    /** Whether the aggregate had earlier events. */
    public boolean isLater() {
        return stamp == null || stamp.sequence() > 0;
    }

    public TopicPartition partition() {
        return partition;
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The record's key: known even where the headers cannot be read. */
    public String aggregateId() {
        return record.key() == null ? "" : record.key();
    }
}
