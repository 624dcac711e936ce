package dev.qingdan.console.projections;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read model's health as query-side tells it.
 *
 * @param rebuild the one under way, else the last
 */
record Projection(
        String name,
        long version,
        String state,
        long generation,
        @Nullable List<Partition> partitions,
        @Nullable Long lag,
        double ratePerSecond,
        @Nullable Instant lastEventAt,
        long deadLetters,
        @Nullable Rebuild rebuild) {

    private static final long FAR = 1_000;

    /** Unknown while Kafka does not tell where its end is. */
    public boolean isFarBehind() {
        return lag == null || lag > FAR;
    }

    record Partition(
            String topic, int partition, long position, @Nullable Long end, @Nullable Long lag) {}
}
