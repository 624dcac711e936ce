package dev.qingdan.command.platform.store;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate's state after its event of that sequence.
 *
 * @param sequence -1 before the first event
 */
record Folded(@Nullable Object state, long sequence) {

    Folded further(Folded other) {
        return other.sequence > sequence ? other : this;
    }
}
