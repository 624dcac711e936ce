package dev.qingdan.console.projections;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A read model's health as query-side tells it. */
record Projection(
        String name,
        long version,
        String state,
        long generation,
        @Nullable List<Partition> partitions,
        long lag,
        double ratePerSecond,
        @Nullable Instant lastEventAt,
        long deadLetters,
        @Nullable Rebuild rebuild) {

    record Partition(String topic, int partition, long position, long end, long lag) {}
}
