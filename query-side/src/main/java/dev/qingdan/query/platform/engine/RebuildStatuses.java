package dev.qingdan.query.platform.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How rebuilds get on. */
@Component
class RebuildStatuses {

    private final GenerationRepository generations;
    private final PartitionStates partitions;
    private final Rates rates;

    RebuildStatuses(GenerationRepository generations, PartitionStates partitions, Rates rates) {
        this.generations = generations;
        this.partitions = partitions;
        this.rates = rates;
    }

    RebuildStatus of(Rebuild rebuild) {
        return rebuild.state().open() ? underWay(rebuild) : ended(rebuild);
    }

    private RebuildStatus underWay(Rebuild rebuild) {
        var states = partitions.of(rebuild.generation());
        var processed = PartitionState.events(states);
        var total = isAtEnd(states) ? processed : Math.max(processed, total(rebuild, states));
        var rate = rebuild.is(Rebuild.State.PAUSED) ? 0 : rates.perSecond(rebuild.generation());
        var eta = rate < 1 ? null : Long.valueOf((long) Math.ceil((total - processed) / rate));
        return status(rebuild, processed, total, rate, eta);
    }

    private static boolean isAtEnd(List<PartitionState> states) {
        var lag = PartitionState.lag(states);
        return lag != null && lag == 0;
    }

    /**
     * Offsets cannot tell how many events there are, since markers of transactions take some up;
     * but the live generation has counted those that it has read, and the rest is as dense.
     */
    private long total(Rebuild rebuild, List<PartitionState> states) {
        return generations
                .find(rebuild.projection(), Generation.State.LIVE)
                .map(live -> partitions.of(live.id()))
                .orElse(states)
                .stream()
                .mapToLong(RebuildStatuses::events)
                .sum();
    }

    static long events(PartitionState state) {
        var lag = state.lag() == null ? 0 : state.lag();
        var density = state.position() == 0 ? 1.0 : (double) state.events() / state.position();
        return state.events() + Math.round(lag * density);
    }

    private RebuildStatus ended(Rebuild rebuild) {
        var processed = Optional.ofNullable(rebuild.processed()).orElse(0L);
        return status(rebuild, processed, processed, 0, null);
    }

    private RebuildStatus status(
            Rebuild rebuild, long processed, long total, double rate, @Nullable Long eta) {
        return new RebuildStatus(
                rebuild.id(),
                rebuild.projection(),
                rebuild.generation(),
                rebuild.mode(),
                rebuild.state(),
                generations.findById(rebuild.generation()).map(Generation::since).orElse(null),
                processed,
                total,
                Math.round(rate),
                eta,
                rebuild.requestedBy(),
                rebuild.startedAt(),
                rebuild.finishedAt(),
                rebuild.differences(),
                keys(rebuild.differingKeys()));
    }

    private static @Nullable List<String> keys(@Nullable String keys) {
        return keys == null || keys.isEmpty() ? null : List.of(keys.split(" "));
    }
}
