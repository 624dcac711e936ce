package dev.qingdan.query.platform.engine;

import static java.util.Objects.requireNonNull;

import dev.qingdan.events.EventStamp;
import dev.qingdan.query.platform.projection.Incoming;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Events kept until they are written, those of each aggregate chained in their order.
 *
 * <p>They are nothing but bytes in a few large buffers, which are used again and again. As objects
 * they would be the most part of what outlives each collection of garbage: copying them again and
 * again cost a sixth of a rebuild's time, and its pauses are what readers feel.
 *
 * <p>An entry is the address of the next one of its aggregate (8 bytes), the numbers of its
 * partition and of its type in the lists here (4 each), offset, sequence and position (8 each), the
 * second (8) and nanosecond (4) of its time, the length of its payload (4), and the payload.
 */
final class HeldEvents {

    private static final int BUFFER = 1024 * 1024;
    private static final int HEAD = 56;
    private static final long NONE = -1;

    /** Addresses of an aggregate's first and last entry. */
    private static final class Chain {

        private final long first;
        private long last;

        Chain(long only) {
            first = only;
            last = only;
        }
    }

    /** Few different values, each with a number. */
    private static final class Numbered<T> {

        private final List<T> values = new ArrayList<>();
        private final Map<T, Integer> numbers = new HashMap<>();

        int of(T value) {
            return numbers.computeIfAbsent(
                    value,
                    added -> {
                        values.add(added);
                        return values.size() - 1;
                    });
        }

        T get(int number) {
            return values.get(number);
        }
    }

    private final List<ByteBuffer> buffers = new ArrayList<>();
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Numbered<TopicPartition> partitions = new Numbered<>();
    private final Numbered<String> types = new Numbered<>();
    private int current = -1;

    /**
     * @param event one that is readable
     */
    void add(Incoming event) {
        var stamp = requireNonNull(event.stamp());
        var payload = event.record().value();
        var buffer = roomFor(HEAD + payload.length);
        long address = (long) current << Integer.SIZE | buffer.position();
        buffer.putLong(NONE)
                .putInt(partitions.of(event.partition()))
                .putInt(types.of(stamp.type()))
                .putLong(event.record().offset())
                .putLong(stamp.sequence())
                .putLong(stamp.position())
                .putLong(stamp.time().getEpochSecond())
                .putInt(stamp.time().getNano())
                .putInt(payload.length)
                .put(payload);
        var chain = chains.get(event.aggregateId());
        if (chain == null) {
            chains.put(event.aggregateId(), new Chain(address));
        } else {
            bufferOf(chain.last).putLong(indexOf(chain.last), address);
            chain.last = address;
        }
    }

    private ByteBuffer roomFor(int bytes) {
        while (current < 0 || buffers.get(current).remaining() < bytes) {
            current++;
            if (current == buffers.size()) {
                buffers.add(ByteBuffer.allocate(Math.max(BUFFER, bytes)));
            }
        }
        return buffers.get(current);
    }

    private ByteBuffer bufferOf(long address) {
        return buffers.get((int) (address >>> Integer.SIZE));
    }

    private static int indexOf(long address) {
        return (int) address;
    }

    boolean isEmpty() {
        return chains.isEmpty();
    }

    /** All events of some aggregates, that many or a few more, which are held no longer. */
    List<Incoming> take(int atLeast) {
        var taken = new ArrayList<Incoming>(atLeast + 16);
        var rest = chains.entrySet().iterator();
        while (rest.hasNext() && taken.size() < atLeast) {
            var aggregate = rest.next();
            var address = aggregate.getValue().first;
            while (address != NONE) {
                taken.add(event(aggregate.getKey(), address));
                address = bufferOf(address).getLong(indexOf(address));
            }
            rest.remove();
        }
        return taken;
    }

    private Incoming event(String key, long address) {
        var entry = bufferOf(address).duplicate().clear().position(indexOf(address) + Long.BYTES);
        var partition = partitions.get(entry.getInt());
        var type = types.get(entry.getInt());
        var offset = entry.getLong();
        var sequence = entry.getLong();
        var position = entry.getLong();
        var time = Instant.ofEpochSecond(entry.getLong(), entry.getInt());
        var payload = new byte[entry.getInt()];
        entry.get(payload);
        return Incoming.of(
                new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, key, payload),
                new EventStamp(type, sequence, position, time));
    }

    /** Keeps the room for the next. */
    void clear() {
        chains.clear();
        buffers.forEach(ByteBuffer::clear);
        current = -1;
    }

    void release() {
        clear();
        buffers.clear();
    }
}
