package dev.qingdan.query.platform.engine;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.qingdan.query.platform.projection.BatchFold.Sequence;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Events of one or several partitions that are written together, and how far that gets each. */
record Batch(List<Incoming> events, Map<TopicPartition, Claim> claims, List<Move> moves) {

    Batch(List<Incoming> events, List<Move> moves) {
        this(
                events,
                moves.stream().map(Move::claim).collect(toMap(Claim::partition, identity())),
                moves);
    }

    /**
     * @param ends the offset that each claimed partition will have reached
     */
    static Batch of(List<Incoming> events, Map<Claim, Long> ends) {
        var byPartition = events.stream().collect(groupingBy(Incoming::partition));
        var moves =
                ends.entrySet().stream()
                        .map(end ->
                                Move.over(
                                        end.getKey(),
                                        byPartition.getOrDefault(
                                                end.getKey().partition(), List.of()),
                                        end.getValue()))
                        .toList();
        return new Batch(events, moves);
    }

    /** A batch of just this event, which gets its partition one offset further. */
    Batch only(Incoming event) {
        return of(List.of(event), Map.of(claimOn(event.partition()), event.record().offset() + 1));
    }

    /** What its claims hold true. */
    GenerationTables.Known known() {
        return new GenerationTables.Known() {
            @Override
            public @Nullable Row row(TopicPartition partition, RowTable<?, ?> table, String key) {
                return claimOn(partition).row(table, key);
            }

            @Override
            public boolean begins(Incoming event) {
                return !event.isLater() && claimOn(event.partition()).isNew(event.stamp());
            }
        };
    }

    Claim claimOn(TopicPartition partition) {
        return Objects.requireNonNull(claims.get(partition));
    }

    Set<Sequence> parked() {
        return claims.values().stream()
                .flatMap(claim ->
                        claim.parked().stream().map(id -> new Sequence(claim.partition(), id)))
                .collect(toSet());
    }
}
