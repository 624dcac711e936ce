package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where streams end, as the groups that were committed last have left or found them. It is true for
 * as long as nobody else appends, which the last position in the store tells; so a group that
 * follows one of ours spares the question.
 *
 * <p>Belongs to the committing thread.
 */
final class StreamEnds {

    private static final int MOST = 1_000;
    private static final long UNKNOWN = -1;

    private final Map<StreamId, Long> ends = new LeastRecentlyUsed<>(MOST);
    private long head = UNKNOWN;

    /** Whether nobody else had appended before the last group: where others do, all is asked. */
    private boolean alone;

    /** Whether nobody else was there last time, and most likely is not now. */
    boolean areAlone() {
        return alone;
    }

    /** The last position in the store, if nobody else has appended since. */
    long head() {
        return head;
    }

    @Nullable Long of(StreamId stream) {
        return ends.get(stream);
    }

    /** What is known of these streams, provided that {@link #isTrueAt}. */
    Map<StreamId, Long> of(Collection<StreamId> streams) {
        var known = new HashMap<StreamId, Long>();
        if (alone) {
            for (StreamId stream : streams) {
                var end = of(stream);
                if (end != null) {
                    known.put(stream, end);
                }
            }
        }
        return known;
    }

    /**
     * @param last position in the store
     */
    boolean isTrueAt(long last) {
        return last == head;
    }

    /** Of a group that was committed: where its streams ended before, and what it appended. */
    void committed(Standing standing) {
        alone = isTrueAt(standing.headBefore());
        if (!alone) {
            ends.clear();
        }
        head = standing.head();
        // Those that have just begun will mostly rest for a while
        ends.putAll(standing.olderStreams());
    }

    /** It is not known what became of a group. */
    void forget() {
        ends.clear();
        head = UNKNOWN;
        alone = false;
    }
}
