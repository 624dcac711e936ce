package dev.qingdan.query.platform.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation has come in one partition.
 *
 * @param position offset of the next record to read
 * @param end where the partition ends, none while Kafka is away
 * @param events how many events were read; offsets cannot be counted, transactions take some up
 */
record PartitionState(
        String topic,
        int partition,
        long position,
        @Nullable Long end,
        @Nullable Long lag,
        @JsonIgnore long events,
        @JsonIgnore @Nullable Instant lastEventAt) {

    PartitionState endingAt(@Nullable Long end) {
        var lag = end == null ? null : Long.valueOf(Math.max(0, end - position));
        return new PartitionState(topic, partition, position, end, lag, events, lastEventAt);
    }

    /** None while the end of one of them is not known. */
    static @Nullable Long lag(List<PartitionState> partitions) {
        long sum = 0;
        for (PartitionState partition : partitions) {
            if (partition.lag() == null) {
                return null;
            }
            sum += partition.lag();
        }
        return sum;
    }

    static long events(List<PartitionState> partitions) {
        return partitions.stream().mapToLong(PartitionState::events).sum();
    }

    static @Nullable Instant lastEventAt(List<PartitionState> partitions) {
        return partitions.stream()
                .map(PartitionState::lastEventAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
