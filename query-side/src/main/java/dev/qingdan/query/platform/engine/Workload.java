package dev.qingdan.query.platform.engine;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the tables ask of an instance with this version of the code. */
@Component
class Workload {

    private final Projections projections;
    private final GenerationRepository generations;
    private final RebuildRepository rebuilds;

    Workload(
            Projections projections, GenerationRepository generations, RebuildRepository rebuilds) {
        this.projections = projections;
        this.generations = generations;
        this.rebuilds = rebuilds;
    }

    /** All that are neither done nor given up. */
    List<Rebuild> openRebuilds() {
        return rebuilds.findOpen();
    }

    /** The generations to fill: live ones, and those of rebuilds that are not paused. */
    List<Generation> generations(List<Rebuild> open) {
        var paused =
                open.stream()
                        .filter(rebuild -> rebuild.is(Rebuild.State.PAUSED))
                        .map(Rebuild::generation)
                        .toList();
        return generations.findWorking().stream()
                .filter(this::isOfThisVersion)
                .filter(generation -> !paused.contains(generation.id()))
                .toList();
    }

    /** The rebuilds that this instance may end. */
    Stream<Rebuild> toEnd(List<Rebuild> open) {
        return open.stream()
                .filter(rebuild -> rebuild.is(Rebuild.State.RUNNING))
                .filter(rebuild -> projections.knows(rebuild.projection()));
    }

    /** Another version's tables are filled by its own instances, as long as there are any. */
    private boolean isOfThisVersion(Generation generation) {
        return projections.knows(generation.projection())
                && projections.named(generation.projection()).version() == generation.version();
    }
}
