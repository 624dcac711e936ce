package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.web.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a projection, and what that takes. */
@Component
class KeptGenerations {

    /**
     * @param bytes on disk, with indexes
     */
    record Kept(
            String id,
            int generation,
            int version,
            Generation.State state,
            Instant createdAt,
            long events,
            long deadLetters,
            long bytes) {}

    private final Generations generations;
    private final JdbcClient jdbc;

    KeptGenerations(Generations generations, JdbcClient jdbc) {
        this.generations = generations;
        this.jdbc = jdbc;
    }

    List<Kept> of(Projection projection) {
        return jdbc.sql(
                        """
                        select id, number, version, state, created_at,
                               (select coalesce(sum(events), 0) from engine.partition_position where generation = g.id),
                               (select count(*) from engine.dead_letter where generation = g.id),
                               (select coalesce(sum(pg_total_relation_size(c.oid)), 0)
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = g.id and c.relkind = 'r')
                        from engine.generation g where projection = ? and state <> 'DROPPED' order by number desc
                        """)
                .param(projection.name())
                .query((row, _) ->
                        new Kept(
                                row.getString(1),
                                row.getInt(2),
                                row.getInt(3),
                                Generation.State.valueOf(row.getString(4)),
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)))
                .list();
    }

    /** After that one can no longer go back to it. */
    @Transactional
    void drop(Projection projection, String id) {
        generations.lock(projection.name());
        var generation =
                generations
                        .find(projection.name(), id)
                        .orElseThrow(() ->
                                Problem.notFound(
                                        "generation.not-found", "There is no such generation"));
        if (!generation.is(Generation.State.PREVIOUS)) {
            throw Problem.conflict(
                    "generation.not-previous",
                    "Only the generation that was replaced can be dropped; this one is "
                            + generation.state());
        }
        generations.drop(generation);
    }
}
