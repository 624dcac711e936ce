package dev.qingdan.query.platform.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as operators see it.
 *
 * @param processed events folded into the new generation
 * @param total how many there are: as many as the live generation has folded, and about what it
 *     lags
 * @param since the first day that is counted again; none where all are
 * @param etaSeconds at the present rate; none where nothing moves
 */
record RebuildStatus(
        UUID rebuildId,
        String projection,
        String generation,
        Rebuild.Mode mode,
        Rebuild.State state,
        @Nullable LocalDate since,
        long processed,
        long total,
        double ratePerSecond,
        @Nullable Long etaSeconds,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long differences,
        @Nullable List<String> differingKeys) {}
