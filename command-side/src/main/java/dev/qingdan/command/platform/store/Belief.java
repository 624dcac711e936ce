package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the store stands if nobody else has appended since the group before, which spares a group the
 * {@link GroupLook look}: where it is wrong, some row of the group meets one that is there. An
 * event's position does if anybody has appended anything at all, and its sequence if its stream has
 * moved on. A group that appends nothing demands the last position instead.
 */
record Belief(Standing standing, Conditions conditions) {

    /**
     * None where somebody else was there last time, or where a unit of work only rests on a stream
     * whose end is not known.
     */
    static Optional<Belief> of(List<Pending> group, StreamEnds ends) {
        if (!ends.areAlone()) {
            return Optional.empty();
        }
        var begun = new HashSet<StreamId>();
        var sequences = new HashMap<StreamId, Long>();
        for (Pending pending : group) {
            if (!believe(pending, ends, begun, sequences)) {
                return Optional.empty();
            }
        }
        var conditions = new Conditions(group, false);
        var standing = new Standing(ends.head(), conditions.holds(), begun, sequences, Set.of());
        return Optional.of(new Belief(standing, conditions));
    }

    private static boolean believe(
            Pending pending, StreamEnds ends, Set<StreamId> begun, Map<StreamId, Long> sequences) {
        for (var expected : pending.expected().entrySet()) {
            var stream = expected.getKey();
            if (pending.begins(stream)) {
                begun.add(stream);
            } else if (!begun.contains(stream)) {
                var end = ends.of(stream);
                if (end == null && !pending.appendsTo(stream)) {
                    return false;
                }
                sequences.putIfAbsent(stream, end == null ? expected.getValue() : end);
            }
        }
        return true;
    }
}
