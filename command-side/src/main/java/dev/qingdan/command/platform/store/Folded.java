package dev.qingdan.command.platform.store;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate's state after its event of that sequence.
 *
 * @param sequence -1 before the first event
 * @param fate of the unit of work that leaves it so
 */
record Folded(@Nullable Object state, long sequence, Fate fate) {

    Folded leftBy(Fate by) {
        return new Folded(state, sequence, by);
    }

    Folded further(Folded other) {
        return other.sequence > sequence ? other : this;
    }
}
