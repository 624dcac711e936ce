package dev.qingdan.console.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tables of a projection as they were filled from the beginning once. */
record Generation(
        String id,
        long generation,
        long version,
        String state,
        @Nullable Instant createdAt,
        long events,
        long deadLetters,
        long bytes) {

    /** One can go back to it, or give its room back. */
    public boolean isKept() {
        return state.equals("PREVIOUS");
    }
}
