package dev.qingdan.query.platform.projection;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventStamp;
import dev.qingdan.events.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record off the topic, decoded once, or the reason why it cannot be.
 *
 * @param failure why this event cannot be folded; such an event parks its aggregate
 */
public record Incoming(
        ConsumerRecord<String, byte[]> record,
        @Nullable EventStamp stamp,
        @Nullable Recorded<?> recorded,
        @Nullable RuntimeException failure) {

    public static Incoming decode(ConsumerRecord<String, byte[]> record) {
        EventStamp stamp = null;
        try {
            stamp = CloudEvents.stamp(record);
            var type = EventType.named(stamp.type()).orElse(null);
            if (type == null) {
                throw new IllegalArgumentException("No event type is known as " + stamp.type());
            }
            var event = EventJson.read(type, record.value());
            if (!event.aggregateId().equals(record.key())) {
                throw new IllegalArgumentException(
                        "The key is not the event's aggregate: " + record.key());
            }
            return new Incoming(record, stamp, new Recorded<>(event, stamp), null);
        } catch (RuntimeException unreadable) {
            return new Incoming(record, stamp, null, unreadable);
        }
    }

    public Incoming failedBy(RuntimeException cause) {
        return new Incoming(record, stamp, recorded, cause);
    }

    /** Whether folding this event takes a row of that table. */
    public boolean feeds(Table table) {
        return failure == null && recorded != null && table.takes(recorded.event());
    }

    /** Whether the aggregate had earlier events. */
    public boolean isLater() {
        return stamp == null || stamp.sequence() > 0;
    }

    public TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The record's key: known even where the headers cannot be read. */
    public String aggregateId() {
        return record.key() == null ? "" : record.key();
    }
}
