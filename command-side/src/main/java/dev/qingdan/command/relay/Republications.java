package dev.qingdan.command.relay;

import dev.qingdan.events.AggregateType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The republications that were asked for, and how far they are. */
@Repository
class Republications {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final String COLUMNS =
            """
            select id, aggregate_type, topics, state, position, up_to, requested_at, finished_at,
                trouble
            from republication
            """;

    private final JdbcClient jdbc;

    Republications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is not finished. */
    record Open(UUID id, Target target, long upTo) {}

    void add(UUID id, Target target, @Nullable AggregateType aggregateType, long upTo) {
        jdbc.sql(
                        """
                        insert into republication (id, aggregate_type, topics, target, up_to)
                        values (:id, :type, :topics, cast(:target as jsonb), :upTo)
                        """)
                .param("id", id)
                .param("type", aggregateType == null ? null : aggregateType.typeName())
                .param("topics", texts(target.topics()))
                .param("target", MAPPER.writerFor(Target.class).writeValueAsString(target))
                .param("upTo", upTo)
                .update();
    }

    List<Republication> latest(int limit) {
        return jdbc.sql(COLUMNS + "order by requested_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(Republications::row)
                .list();
    }

    Optional<Republication> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Republications::row)
                .optional();
    }

    /** The one to work on: they are done one after the other. */
    Optional<Open> next() {
        return jdbc.sql(
                        """
                        select id, target, up_to from republication where state = 'RUNNING'
                        order by requested_at, id limit 1
                        """)
                .query((row, _) ->
                        new Open(
                                row.getObject("id", UUID.class),
                                MAPPER.readValue(row.getString("target"), Target.class),
                                row.getLong("up_to")))
                .optional();
    }

    boolean isRunningInto(List<String> topics) {
        return jdbc.sql(
                        """
                        select exists (select from republication
                            where state = 'RUNNING' and topics && :topics)
                        """)
                .param("topics", texts(topics))
                .query(Boolean.class)
                .single();
    }

    /** Tells whether it is still wanted. */
    boolean report(UUID id, long position) {
        return jdbc.sql(
                                """
                                update republication set position = :position, trouble = null
                                where id = :id and state = 'RUNNING'
                                """)
                        .param("position", position)
                        .param("id", id)
                        .update()
                > 0;
    }

    void reportTrouble(UUID id, String trouble) {
        jdbc.sql("update republication set trouble = :trouble where id = :id")
                .param("trouble", trouble)
                .param("id", id)
                .update();
    }

    /** Only what runs can end, and it ends once. */
    boolean end(UUID id, Republication.State state) {
        return jdbc.sql(
                                """
                                update republication set state = :state, finished_at = now()
                                where id = :id and state = 'RUNNING'
                                """)
                        .param("state", state.name())
                        .param("id", id)
                        .update()
                > 0;
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static Republication row(ResultSet row, int index) throws SQLException {
        var finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new Republication(
                row.getObject("id", UUID.class),
                row.getString("aggregate_type"),
                Arrays.asList((String[]) row.getArray("topics").getArray()),
                Republication.State.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getLong("up_to"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getString("trouble"));
    }
}
