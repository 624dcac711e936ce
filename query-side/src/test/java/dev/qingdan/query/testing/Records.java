package dev.qingdan.query.testing;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventEnvelope;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import dev.qingdan.events.Topic;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events as they come off a topic, without a broker. */
public final class Records {

    private Records() {}

    public static Incoming incoming(Recorded<DomainEvent> recorded) {
        return Incoming.of(record(recorded, recorded.stamp().position()));
    }

    public static ConsumerRecord<String, byte[]> record(
            Recorded<DomainEvent> recorded, long offset) {
        var topic = EventType.of(recorded.event()).topic().topicName();
        var sent =
                CloudEvents.record(
                        topic,
                        envelope(recorded),
                        EventJson.write(recorded.event()),
                        "http://127.0.0.1/schemas");
        var id = recorded.event().aggregateId();
        var record = new ConsumerRecord<>(topic, Topic.partitionOf(id), offset, id, sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    /** With what a consumer does not look at, too. */
    static EventEnvelope envelope(Recorded<DomainEvent> recorded) {
        var stamp = recorded.stamp();
        return new EventEnvelope(
                new UUID(7, stamp.position()).toString(),
                stamp.type(),
                recorded.event().aggregateId(),
                stamp.sequence(),
                stamp.position(),
                stamp.time(),
                "request-" + stamp.position(),
                null,
                null);
    }

    /** The same record, as a producer would have sent it that knows an event which we do not. */
    public static ConsumerRecord<String, byte[]> ofUnknownType(
            ConsumerRecord<String, byte[]> record) {
        record.headers().remove("ce_type");
        record.headers()
                .add("ce_type", "shop.order.OrderForwarded".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
