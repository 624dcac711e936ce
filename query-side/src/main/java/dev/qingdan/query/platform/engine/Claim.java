package dev.qingdan.query.platform.engine;

import dev.qingdan.events.EventStamp;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What an instance holds true of a partition: how far it has come, whose events are parked, and the
 * rows it wrote last. All of it is true for as long as nobody else has moved the partition on,
 * which the {@code revision} tells: with another one in the database the claim is stale, nothing of
 * the batch is written, and a new claim has to be made.
 *
 * <p>Belongs to one consumer thread. What is true of the database changes only after a commit.
 */
final class Claim {

    private static final int ROWS_KEPT = 500;

    private final TopicPartition partition;
    private final Set<String> parked;
    private final Map<RowTable<?, ?>, Map<String, Row>> rows = new HashMap<>();
    private long revision;
    private long nextOffset;
    private long position;
    private long taken;

    /**
     * @param position the highest global position of the events so far, -1 before any
     */
    Claim(
            TopicPartition partition,
            long revision,
            long nextOffset,
            long position,
            Set<String> parked) {
        this.partition = partition;
        this.revision = revision;
        this.nextOffset = nextOffset;
        this.position = position;
        this.taken = nextOffset;
        this.parked = parked;
    }

    TopicPartition partition() {
        return partition;
    }

    long revision() {
        return revision;
    }

    long nextOffset() {
        return nextOffset;
    }

    /** The offset up to which events were folded; they may not have been written yet. */
    long taken() {
        return taken;
    }

    void takeTo(long offset) {
        taken = offset;
    }

    Set<String> parked() {
        return parked;
    }

    @Nullable Row row(RowTable<?, ?> table, String key) {
        var known = rows.get(table);
        return known == null ? null : known.get(key);
    }

    /**
     * What an event has left. A row that was just made rests for a while, and a settled one for
     * ever: to keep those as well would only cost the collector of garbage.
     *
     * @param later whether the aggregate had earlier events
     */
    void keep(RowTable<?, ?> table, String key, Row row, boolean later) {
        var known = rows.computeIfAbsent(table, _ -> new LeastRecentlyUsed());
        if (later && !row.settled()) {
            known.put(key, row);
        } else {
            known.remove(key);
        }
    }

    void park(String aggregateId) {
        parked.add(aggregateId);
        rows.values().forEach(known -> known.remove(aggregateId));
    }

    /** Whether the event lies behind all that was ever read of this partition. */
    boolean isNew(@Nullable EventStamp stamp) {
        return stamp != null && stamp.position() > position;
    }

    void follow(Move move) {
        nextOffset = move.nextOffset();
        taken = nextOffset;
        position = Math.max(position, move.position());
        revision++;
    }

    /** Somebody else on this thread has written rows: what was kept is no longer what is there. */
    void forgetRows() {
        rows.clear();
    }

    private static final class LeastRecentlyUsed extends LinkedHashMap<String, Row> {

        LeastRecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
            return size() > ROWS_KEPT;
        }
    }
}
