package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.engine.ProjectionStatus.State;
import dev.qingdan.query.platform.projection.Projection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How projections get on. */
@Component
class ProjectionStatuses {

    private static final long SMALL_LAG = 1_000;

    private final Projections projections;
    private final GenerationRepository generations;
    private final RebuildRepository rebuilds;
    private final RebuildStatuses rebuildStatuses;
    private final PartitionStates partitionStates;
    private final DeadLetters deadLetters;
    private final Rates rates;

    ProjectionStatuses(
            Projections projections,
            GenerationRepository generations,
            RebuildRepository rebuilds,
            RebuildStatuses rebuildStatuses,
            PartitionStates partitionStates,
            DeadLetters deadLetters,
            Rates rates) {
        this.projections = projections;
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.rebuildStatuses = rebuildStatuses;
        this.partitionStates = partitionStates;
        this.deadLetters = deadLetters;
        this.rates = rates;
    }

    List<ProjectionStatus> all() {
        return projections.all().stream().map(this::of).flatMap(Optional::stream).toList();
    }

    /** Empty in the first moments of a new database. */
    Optional<ProjectionStatus> of(Projection projection) {
        return generations
                .find(projection.name(), Generation.State.LIVE)
                .map(live -> of(projection, live));
    }

    private ProjectionStatus of(Projection projection, Generation live) {
        var partitions = partitionStates.of(live.id());
        var rebuild = openOrLast(projection.name());
        var lag = PartitionState.lag(partitions);
        return new ProjectionStatus(
                projection.name(),
                projection.version(),
                standsStill(projection, live, lag) ? State.STANDING_STILL : state(rebuild, lag),
                live.number(),
                partitions,
                lag,
                Math.round(rates.perSecond(live.id())),
                PartitionState.lastEventAt(partitions),
                deadLetters.count(live.id()),
                rebuild == null ? null : rebuildStatuses.of(rebuild));
    }

    /** The open one goes first, whatever the clocks of the instances that began them said. */
    private @Nullable Rebuild openOrLast(String projection) {
        return rebuilds.findOpen(projection)
                .or(() -> rebuilds.findLatest(projection, 1).stream().findFirst())
                .orElse(null);
    }

    private boolean standsStill(Projection projection, Generation live, @Nullable Long lag) {
        return live.version() < projection.version()
                && lag != null
                && lag > 0
                && rates.perSecond(live.id()) == 0;
    }

    private static State state(@Nullable Rebuild rebuild, @Nullable Long lag) {
        if (rebuild != null && rebuild.state().open()) {
            return rebuild.is(Rebuild.State.PAUSED) ? State.PAUSED : State.REBUILDING;
        }
        return lag != null && lag > SMALL_LAG ? State.CATCHING_UP : State.LIVE;
    }
}
