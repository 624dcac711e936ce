package dev.qingdan.query.platform.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rebuilds of all projections; at most one of each is open. */
@Component
class RebuildRepository {

    private static final String SELECT =
            """
            select id, projection, generation, mode, state, requested_by, started_at, finished_at,
                processed, differences, differing_keys
            from engine.rebuild
            """;

    private static final String OPEN = "state in ('RUNNING', 'PAUSED')";

    private final JdbcClient jdbc;

    RebuildRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Rebuild> find(String projection, UUID id) {
        return all(jdbc.sql(SELECT + "where projection = ? and id = ?").params(projection, id))
                .stream()
                .findFirst();
    }

    /** The latest first. */
    List<Rebuild> findLatest(String projection, int limit) {
        return all(
                jdbc.sql(SELECT + "where projection = ? order by started_at desc limit ?")
                        .params(projection, limit));
    }

    List<Rebuild> findOpen() {
        return all(jdbc.sql(SELECT + "where " + OPEN));
    }

    Optional<Rebuild> findOpen(String projection) {
        return all(jdbc.sql(SELECT + "where projection = ? and " + OPEN).param(projection)).stream()
                .findFirst();
    }

    Rebuild save(Rebuild rebuild) {
        jdbc.sql(
                        """
                        insert into engine.rebuild
                            (id, projection, generation, mode, state, requested_by, started_at,
                             finished_at, processed, differences, differing_keys)
                        values (:id, :projection, :generation, :mode, :state, :requestedBy, :startedAt,
                                :finishedAt, :processed, :differences, :differingKeys)
                        on conflict (id) do update
                        set state = excluded.state, finished_at = excluded.finished_at,
                            processed = excluded.processed, differences = excluded.differences,
                            differing_keys = excluded.differing_keys
                        """)
                .param("id", rebuild.id())
                .param("projection", rebuild.projection())
                .param("generation", rebuild.generation())
                .param("mode", rebuild.mode().name())
                .param("state", rebuild.state().name())
                .param("requestedBy", rebuild.requestedBy())
                .param("startedAt", utc(rebuild.startedAt()))
                .param("finishedAt", utc(rebuild.finishedAt()))
                .param("processed", rebuild.processed())
                .param("differences", rebuild.differences())
                .param("differingKeys", rebuild.differingKeys())
                .update();
        return rebuild;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static List<Rebuild> all(StatementSpec select) {
        return select.query(RebuildRepository::read).list();
    }

    private static Rebuild read(ResultSet row, int number) throws SQLException {
        var finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new Rebuild(
                row.getObject("id", UUID.class),
                row.getString("projection"),
                row.getString("generation"),
                Rebuild.Mode.valueOf(row.getString("mode")),
                Rebuild.State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getObject("processed", Long.class),
                row.getObject("differences", Long.class),
                row.getString("differing_keys"));
    }
}
