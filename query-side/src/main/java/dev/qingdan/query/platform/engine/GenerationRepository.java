package dev.qingdan.query.platform.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The generations of all projections, dropped ones too: their numbers are not given again. */
@Component
class GenerationRepository {

    private static final String SELECT =
            """
            select id, projection, number, version, state, created_at, since
            from engine.generation
            """;

    private final JdbcClient jdbc;

    GenerationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Generation> findById(String id) {
        return one(jdbc.sql(SELECT + "where id = ?").param(id));
    }

    /** Of the live ones, and of those kept to go back to, there is at most one. */
    Optional<Generation> find(String projection, Generation.State state) {
        return one(
                jdbc.sql(SELECT + "where projection = ? and state = ?")
                        .params(projection, state.name()));
    }

    /** Those to be filled. */
    List<Generation> findWorking() {
        return jdbc.sql(SELECT + "where state in ('BUILDING', 'LIVE')")
                .query(GenerationRepository::read)
                .list();
    }

    /** 0 before the first. */
    int lastNumber(String projection) {
        return jdbc.sql(
                        """
                        select coalesce(max(number), 0) from engine.generation
                        where projection = ?
                        """)
                .param(projection)
                .query(Integer.class)
                .single();
    }

    void save(Generation generation) {
        jdbc.sql(
                        """
                        insert into engine.generation
                            (id, projection, number, version, state, created_at, since)
                        values (:id, :projection, :number, :version, :state, :createdAt, :since)
                        on conflict (id) do update
                        set state = excluded.state, since = excluded.since
                        """)
                .param("id", generation.id())
                .param("projection", generation.projection())
                .param("number", generation.number())
                .param("version", generation.version())
                .param("state", generation.state().name())
                .param("createdAt", generation.createdAt().atOffset(ZoneOffset.UTC))
                .param("since", generation.since())
                .update();
    }

    private static Optional<Generation> one(StatementSpec select) {
        return select.query(GenerationRepository::read).optional();
    }

    private static Generation read(ResultSet row, int number) throws SQLException {
        return new Generation(
                row.getString("id"),
                row.getString("projection"),
                row.getInt("number"),
                row.getInt("version"),
                Generation.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("since", LocalDate.class));
    }
}
