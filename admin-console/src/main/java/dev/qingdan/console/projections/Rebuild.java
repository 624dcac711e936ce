package dev.qingdan.console.projections;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a rebuild is. */
record Rebuild(
        @Nullable String rebuildId,
        @Nullable String mode,
        String state,
        long processed,
        long total,
        double ratePerSecond,
        @Nullable Double etaSeconds,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long differences) {

    private static final Set<String> ENDED =
            Set.of("COMPLETED", "FINISHED", "DONE", "CANCELLED", "FAILED");

    public boolean isRunning() {
        return finishedAt == null && !ENDED.contains(state);
    }

    public boolean isPaused() {
        return state.equals("PAUSED");
    }
}
