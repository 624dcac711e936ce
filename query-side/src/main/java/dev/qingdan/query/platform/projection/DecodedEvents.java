package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was decoded a moment ago: several projections read the same topics, each in its own time,
 * and the same bytes are the same event for all of them.
 *
 * <p>Safe for use by many threads. Events do not change; where two threads decode one at the same
 * time, both are right.
 */
public final class DecodedEvents {

    /** A partition's last events, a power of two: under full load those of a sixth of a second. */
    private static final int EACH = 1 << 8;

    /** A power of two as well; partitions that share a place only make each other decode again. */
    private static final int PARTITIONS = 1 << 5;

    private record Decoded(EventType type, byte[] json, DomainEvent event) {

        /** A topic that was made anew may have another event in the same place. */
        boolean isOf(EventType asked, byte[] bytes) {
            return type == asked && Arrays.equals(json, bytes);
        }
    }

    private final AtomicReferenceArray<@Nullable Decoded> places =
            new AtomicReferenceArray<>(PARTITIONS * EACH);

    /**
     * The event that was written so.
     *
     * @throws tools.jackson.core.JacksonException where the bytes are not that event
     */
    DomainEvent read(EventType type, ConsumerRecord<String, byte[]> record) {
        var place = place(record);
        var known = places.getAcquire(place);
        if (known != null && known.isOf(type, record.value())) {
            return known.event();
        }
        var event = EventJson.read(type, record.value());
        places.setRelease(place, new Decoded(type, record.value(), event));
        return event;
    }

    private static int place(ConsumerRecord<?, ?> record) {
        var partition = 31 * record.topic().hashCode() + record.partition() & PARTITIONS - 1;
        return partition * EACH + (int) (record.offset() & EACH - 1);
    }
}
