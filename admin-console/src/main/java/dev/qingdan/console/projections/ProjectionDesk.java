package dev.qingdan.console.projections;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Sides;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** What query-side tells of its projections. */
@Component
class ProjectionDesk {

    private static final int LETTERS = 25;

    private static final ParameterizedTypeReference<List<Projection>> PROJECTIONS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Generation>> GENERATIONS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Rebuild>> REBUILDS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<DeadLetter>> DEAD_LETTERS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    ProjectionDesk(Sides sides) {
        this.sides = sides;
    }

    Answer<List<Projection>> all() {
        return sides.read(Call.query("/ops/projections"), PROJECTIONS);
    }

    Answer<RelayState> relay() {
        return sides.read(Call.command("/ops/relay"), RelayState.class);
    }

    Answer<Projection> one(String name) {
        return sides.read(Call.query("/ops/projections/{name}", name), Projection.class);
    }

    Answer<List<Generation>> generations(String name) {
        return sides.read(Call.query("/ops/projections/{name}/generations", name), GENERATIONS);
    }

    /** The latest first. */
    Answer<List<Rebuild>> rebuilds(String name) {
        return sides.read(Call.query("/ops/projections/{name}/rebuilds", name), REBUILDS);
    }

    Answer<Items<DeadLetter>> deadLetters(String name, @Nullable String cursor) {
        var call =
                Call.query("/ops/projections/{name}/dead-letters", name)
                        .with("limit", LETTERS)
                        .with("cursor", cursor);
        return sides.read(call, DEAD_LETTERS);
    }
}
