package dev.qingdan.query.platform.engine;

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

    private static final int ROWS_KEPT = 2_000;

    private final TopicPartition partition;
    private final Set<String> parked;
    private final Map<RowTable<?, ?>, Map<String, Row>> rows = new HashMap<>();
    private long revision;
    private long nextOffset;
    private long taken;

    Claim(TopicPartition partition, long revision, long nextOffset, Set<String> parked) {
        this.partition = partition;
        this.revision = revision;
        this.nextOffset = nextOffset;
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

    void keep(RowTable<?, ?> table, String key, Row row) {
        rows.computeIfAbsent(table, _ -> new LeastRecentlyUsed()).put(key, row);
    }

    void park(String aggregateId) {
        parked.add(aggregateId);
        rows.values().forEach(known -> known.remove(aggregateId));
    }

    void moveTo(long offset) {
        nextOffset = offset;
        taken = offset;
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
