package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the store stands under the append lock: what each of a group's units of work is held against,
 * in their order, each one that may be written being counted in for those after it.
 */
final class Standing {

    /** A row by its table and key. */
    record RowKey(BatchTable<?> table, List<@Nullable Object> values) {}

    private final Set<StreamId> begun;
    private final Map<StreamId, Long> sequences;
    private final Set<RowKey> taken;
    private final Set<String> held;
    private final Set<Fate> written = new HashSet<>();
    private final long headBefore;
    private long head;

    /**
     * @param begun streams that are said to begin in this group: where there is such a stream after
     *     all, its first event meets the one that is there
     * @param sequences of the last events of all other streams, -1 where there is none
     */
    Standing(
            long head,
            Set<String> held,
            Set<StreamId> begun,
            Map<StreamId, Long> sequences,
            Set<RowKey> taken) {
        this.headBefore = head;
        this.head = head;
        this.held = held;
        this.begun = begun;
        this.sequences = new HashMap<>(sequences);
        begun.forEach(stream -> this.sequences.put(stream, -1L));
        this.taken = new HashSet<>(taken);
    }

    /** The position of the last event. */
    long head() {
        return head;
    }

    /** The position of the last event before the group. */
    long headBefore() {
        return headBefore;
    }

    /** Of the last event of each stream that was there before. */
    Map<StreamId, Long> olderStreams() {
        var older = new HashMap<>(sequences);
        older.keySet().removeAll(begun);
        return older;
    }

    /** Whether nothing that it rests on has changed since it was decided. */
    boolean allows(Pending pending) {
        return pending.fates().stream().allMatch(this::isWritten)
                && held.containsAll(pending.holds())
                && sequences.entrySet().containsAll(pending.expected().entrySet())
                && Collections.disjoint(taken, pending.newKeys())
                && Collections.disjoint(taken, pending.without());
    }

    private boolean isWritten(Fate fate) {
        return fate.isWritten() || written.contains(fate);
    }

    void take(Pending pending) {
        written.add(pending.fate());
        pending.events().forEach(event -> sequences.put(event.stream(), event.sequence()));
        taken.addAll(pending.newKeys());
        head += pending.events().size();
    }
}
