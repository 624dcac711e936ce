package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.platform.engine.Generation.State.BUILDING;
import static dev.qingdan.query.platform.engine.Generation.State.DROPPED;
import static dev.qingdan.query.platform.engine.Generation.State.LIVE;
import static dev.qingdan.query.platform.engine.Generation.State.PREVIOUS;

import dev.qingdan.query.platform.projection.Projection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of generations: tables, positions and state always change together. Each step belongs to
 * a transaction that holds the projection's lock, so several instances may try it at once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Generations {

    private final GenerationRepository repository;
    private final Schemas schemas;
    private final Positions positions;
    private final Announcements announcements;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Generations(
            GenerationRepository repository,
            Schemas schemas,
            Positions positions,
            Announcements announcements,
            JdbcTemplate jdbc,
            Clock clock) {
        this.repository = repository;
        this.schemas = schemas;
        this.positions = positions;
        this.announcements = announcements;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else changes the generations of this projection. */
    void lock(String projection) {
        jdbc.queryForList(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))", "projection:" + projection);
    }

    Generation named(String id) {
        return repository.findById(id).orElseThrow();
    }

    /** Of those that are still there. */
    Optional<Generation> find(String projection, String id) {
        return repository
                .findById(id)
                .filter(found -> found.projection().equals(projection))
                .filter(found -> !found.is(DROPPED));
    }

    Optional<Generation> live(String projection) {
        return repository.find(projection, LIVE);
    }

    Optional<Generation> previous(String projection) {
        return repository.find(projection, PREVIOUS);
    }

    /** An empty generation that is to be filled. */
    Generation create(Projection projection) {
        var number = repository.lastNumber(projection.name()) + 1;
        var generation = Generation.of(projection, number, clock.instant());
        repository.save(generation);
        schemas.create(generation.id(), projection);
        positions.create(generation.id(), projection);
        announcements.generationsChanged(projection.name());
        return generation;
    }

    /** The days before were copied from another one. */
    void countedSince(LocalDate day, Generation generation) {
        repository.save(generation.countedSince(day));
    }

    /** A previous generation is filled further, from where it was left. */
    void reopen(Generation previous) {
        become(previous, BUILDING);
    }

    void close(Generation reopened) {
        become(reopened, PREVIOUS);
    }

    /** The live generation gives way, and is kept so that one can go back to it. */
    void promote(Generation next) {
        live(next.projection()).ifPresent(live -> become(live, PREVIOUS));
        become(next, LIVE);
        schemas.expose(next.id());
    }

    void drop(Generation generation) {
        positions.hold(generation.id());
        schemas.drop(generation.id());
        positions.forget(generation.id());
        become(generation, DROPPED);
    }

    private void become(Generation generation, Generation.State state) {
        repository.save(generation.as(state));
        announcements.generationsChanged(generation.projection());
    }
}
