package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.engine.Rebuild.Mode;
import dev.qingdan.query.platform.engine.Rebuild.State;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.web.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts, holds and ends rebuilds. Each step is one transaction, so a crash leaves it done or not
 * begun, and whichever instance looks next goes on from what the tables say.
 */
@Component
@Transactional
class Rebuilds {

    private final RebuildRepository repository;
    private final Generations generations;
    private final Positions positions;
    private final OlderDays olderDays;
    private final Announcements announcements;
    private final Clock clock;

    Rebuilds(
            RebuildRepository repository,
            Generations generations,
            Positions positions,
            OlderDays olderDays,
            Announcements announcements,
            Clock clock) {
        this.repository = repository;
        this.generations = generations;
        this.positions = positions;
        this.olderDays = olderDays;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The first generation serves at once; a newer version of the folds starts its own rebuild. */
    void declare(Projection projection) {
        generations.lock(projection.name());
        var live = generations.live(projection.name());
        if (live.isEmpty()) {
            generations.promote(generations.create(projection));
        } else if (live.get().version() < projection.version() && !building(projection)) {
            repository.findOpen(projection.name()).ifPresent(this::abandon);
            begin(projection, Mode.REPLACE, null, "version " + projection.version());
        }
    }

    private boolean building(Projection projection) {
        return repository
                .findOpen(projection.name())
                .map(rebuild -> generations.named(rebuild.generation()))
                .filter(generation -> generation.version() >= projection.version())
                .isPresent();
    }

    /**
     * @param since the first day to count again; those before stay as they are. Null for all.
     */
    Rebuild start(Projection projection, Mode mode, @Nullable LocalDate since, String requestedBy) {
        generations.lock(projection.name());
        var open = repository.findOpen(projection.name());
        if (open.isPresent()) {
            throw Problem.conflict(
                    "rebuild.already-running",
                    "Rebuild " + open.get().id() + " has to end or be cancelled first");
        }
        if (since != null) {
            olderDays.check(projection, mode, since);
        }
        return begin(projection, mode, since, requestedBy);
    }

    private Rebuild begin(
            Projection projection, Mode mode, @Nullable LocalDate since, String requestedBy) {
        var generation = mode == Mode.ROLLBACK ? reopened(projection) : fresh(projection, mode);
        if (since != null) {
            olderDays.copy(projection, since, generation);
        }
        return repository.save(Rebuild.begun(generation, mode, requestedBy, clock.instant()));
    }

    private Generation fresh(Projection projection, Mode mode) {
        if (mode == Mode.REPLACE) {
            generations.previous(projection.name()).ifPresent(generations::drop);
        }
        return generations.create(projection);
    }

    private Generation reopened(Projection projection) {
        var previous =
                generations
                        .previous(projection.name())
                        .filter(generation -> generation.version() == projection.version())
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "rebuild.nothing-to-roll-back-to",
                                        "No previous generation of this version is kept"));
        generations.reopen(previous);
        return previous;
    }

    Rebuild pause(String projection, UUID id) {
        return change(projection, id, State.RUNNING, State.PAUSED);
    }

    Rebuild resume(String projection, UUID id) {
        return change(projection, id, State.PAUSED, State.RUNNING);
    }

    private Rebuild change(String projection, UUID id, State from, State to) {
        var rebuild = locked(projection, id);
        if (rebuild.state() != from) {
            throw Problem.conflict(
                    "rebuild.not-" + from.name().toLowerCase(Locale.ROOT),
                    "The rebuild is " + rebuild.state());
        }
        announcements.generationsChanged(projection);
        return repository.save(rebuild.as(to));
    }

    Rebuild cancel(String projection, UUID id) {
        var rebuild = locked(projection, id);
        if (!rebuild.state().open()) {
            throw Problem.conflict("rebuild.ended", "The rebuild is " + rebuild.state());
        }
        return abandon(rebuild);
    }

    private Rebuild locked(String projection, UUID id) {
        generations.lock(projection);
        return repository
                .find(projection, id)
                .orElseThrow(() -> Problem.notFound("rebuild.not-found", "No such rebuild"));
    }

    private Rebuild abandon(Rebuild rebuild) {
        var generation = generations.named(rebuild.generation());
        var ended =
                rebuild.ended(State.CANCELLED, clock.instant(), positions.events(generation.id()));
        if (rebuild.mode() == Mode.ROLLBACK) {
            generations.close(generation);
        } else {
            generations.drop(generation);
        }
        return repository.save(ended);
    }
}
