package dev.qingdan.console.projections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a rebuild is, or what came of it. */
record Rebuild(
        String rebuildId,
        @Nullable String mode,
        String state,
        long processed,
        long total,
        double ratePerSecond,
        @Nullable Double etaSeconds,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String requestedBy,
        @Nullable Long differences,
        @Nullable List<String> differingKeys) {

    public boolean isRunning() {
        return isPaused() || state.equals("RUNNING");
    }

    /** How long it took, once it has ended. */
    public long getSeconds() {
        return startedAt == null || finishedAt == null
                ? 0
                : Duration.between(startedAt, finishedAt).toSeconds();
    }

    public boolean isPaused() {
        return state.equals("PAUSED");
    }
}
