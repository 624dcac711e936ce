package dev.qingdan.query.platform.engine;

import dev.qingdan.events.Topic;
import dev.qingdan.query.platform.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each generation has come in each partition, kept beside the rows it led to. */
@Component
class Positions {

    private static final String ADVANCE =
            """
            update engine.partition_position p
            set revision = p.revision + 1, next_offset = moved.next_offset, events = p.events + moved.events,
                position = greatest(p.position, moved.position),
                last_event_at = coalesce(moved.last_event_at::timestamptz, p.last_event_at)
            from (select unnest(?::text[]) as topic, unnest(?::int4[]) as partition,
                         unnest(?::int8[]) as revision, unnest(?::int8[]) as next_offset,
                         unnest(?::int8[]) as events, unnest(?::int8[]) as position,
                         unnest(?::text[]) as last_event_at) as moved
            where p.generation = ? and p.topic = moved.topic and p.partition = moved.partition
              and p.revision = moved.revision;
            """
                    + Announcements.TELL;

    /** Two statements on one way to the database; the second one sees what the first waited for. */
    private static final String ENTER =
            """
            select pg_advisory_xact_lock_shared(hashtextextended(?, 0)),
                   set_config('synchronous_commit', ?, true),
                   set_config('enable_seqscan', 'off', true);
            select state = 'LIVE' from engine.generation
            where id = ? and state in ('BUILDING', 'LIVE')
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Topics topics;

    Positions(JdbcTemplate jdbc, Topics topics) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.client = JdbcClient.create(jdbc);
    }

    void create(String generation, Projection projection) {
        for (Topic topic : projection.topics()) {
            client.sql(
                            """
                            insert into engine.partition_position (generation, topic, partition)
                            select :generation, :topic, partition from generate_series(0, :last) partition
                            """)
                    .param("generation", generation)
                    .param("topic", topic.topicName())
                    .param("last", Topic.PARTITIONS - 1)
                    .update();
        }
    }

    /** Remembers up to where the rows hold everything that were copied from the other one. */
    void copied(String from, String to) {
        client.sql(
                        """
                        update engine.partition_position mine set copied = theirs.position
                        from engine.partition_position theirs
                        where mine.generation = ? and theirs.generation = ?
                          and mine.topic = theirs.topic and mine.partition = theirs.partition
                        """)
                .params(to, from)
                .update();
    }

    void forget(String generation) {
        client.sql("delete from engine.dead_letter where generation = ?")
                .param(generation)
                .update();
        client.sql("delete from engine.partition_position where generation = ?")
                .param(generation)
                .update();
    }

    /**
     * Before anything else in a batch's transaction: waits while the generation is held.
     *
     * @return whether this is the generation that readers see, until the transaction ends
     * @throws StaleClaim where the generation is to be filled no more
     */
    boolean enter(String generation, boolean relaxed) {
        // Planned while its tables are empty, a statement would read all of them ever after
        PreparedStatementCallback<Boolean> enter =
                statement -> {
                    statement.setString(1, "generation:" + generation);
                    statement.setString(2, relaxed ? "off" : "on");
                    statement.setString(3, generation);
                    statement.execute();
                    statement.getMoreResults();
                    var found = statement.getResultSet();
                    if (!found.next()) {
                        throw new StaleClaim("The generation is filled no more");
                    }
                    return found.getBoolean(1);
                };
        return Boolean.TRUE.equals(jdbc.execute(ENTER, enter));
    }

    /** Whether this is the generation that readers see. */
    boolean isSeen(String generation) {
        return client.sql("select state = 'LIVE' from engine.generation where id = ?")
                .param(generation)
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends no batch of this generation is written. */
    void hold(String generation) {
        jdbc.queryForList(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))", "generation:" + generation);
    }

    /** Whoever moves this partition on has to look again at what is parked in it. */
    void unsettle(String generation, String topic, int partition) {
        client.sql(
                        """
                        update engine.partition_position set revision = revision + 1
                        where generation = ? and topic = ? and partition = ?
                        """)
                .param(generation)
                .param(topic)
                .param(partition)
                .update();
    }

    /** How many events a generation has taken. */
    long events(String generation) {
        return client.sql(
                        """
                        select coalesce(sum(events), 0)
                        from engine.partition_position where generation = ?
                        """)
                .param(generation)
                .query(Long.class)
                .single();
    }

    /** Whether one generation is everywhere at least as far as another. */
    boolean reached(String generation, String other) {
        return client.sql(
                        """
                        select not exists (
                            select from engine.partition_position mine
                            join engine.partition_position theirs using (topic, partition)
                            where mine.generation = ? and theirs.generation = ?
                              and mine.next_offset < theirs.next_offset)
                        """)
                .param(generation)
                .param(other)
                .query(Boolean.class)
                .single();
    }

    /** What is true of these partitions now, for the one that is to move them on. */
    List<Claim> claim(String generation, Collection<TopicPartition> partitions) {
        var wanted = new HashSet<>(partitions);
        var parked = parked(generation);
        return client
                .sql(
                        """
                        select topic, partition, revision, next_offset, position
                        from engine.partition_position where generation = ?
                        """)
                .param(generation)
                .query((row, _) -> {
                    var partition = topics.partition(row.getString(1), row.getInt(2));
                    return new Claim(
                            partition,
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            new HashSet<>(parked.getOrDefault(partition, List.of())));
                })
                .list()
                .stream()
                .filter(claim -> wanted.contains(claim.partition()))
                .toList();
    }

    private Map<TopicPartition, List<String>> parked(String generation) {
        record Parked(TopicPartition partition, String aggregateId) {}
        return client
                .sql(
                        """
                        select distinct topic, partition, aggregate_id from engine.dead_letter
                        where generation = ?
                        """)
                .param(generation)
                .query((row, _) ->
                        new Parked(
                                topics.partition(row.getString(1), row.getInt(2)),
                                row.getString(3)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Parked::partition,
                                Collectors.mapping(Parked::aggregateId, Collectors.toList())));
    }

    /**
     * Compare and set, and on the same way to the database say what will be heard of it.
     *
     * @throws StaleClaim where one of the partitions has been moved on by somebody else
     */
    void advance(String generation, List<Move> moves, List<Notice> notices) {
        ConnectionCallback<Integer> statement =
                connection -> advance(connection, generation, moves, notices);
        var advanced = jdbc.execute(statement);
        if (advanced == null || advanced != moves.size()) {
            throw new StaleClaim("Somebody else has moved its partitions on");
        }
    }

    private int advance(
            Connection connection, String generation, List<Move> moves, List<Notice> notices)
            throws SQLException {
        try (var update = connection.prepareStatement(ADVANCE)) {
            var columns = new Columns(connection, moves);
            update.setArray(1, columns.of("text", m -> topics.plain(m.claim().partition())));
            update.setArray(2, columns.of("int4", m -> m.claim().partition().partition()));
            update.setArray(3, columns.of("int8", m -> m.claim().revision()));
            update.setArray(4, columns.of("int8", Move::nextOffset));
            update.setArray(5, columns.of("int8", m -> (long) m.events()));
            update.setArray(6, columns.of("int8", Move::position));
            update.setArray(7, columns.of("text", m -> text(m.lastEventAt())));
            update.setString(8, generation);
            update.setArray(9, connection.createArrayOf("text", Announcements.channels(notices)));
            update.setArray(10, connection.createArrayOf("text", Announcements.texts(notices)));
            update.execute();
            return update.getUpdateCount();
        }
    }

    private record Columns(Connection connection, List<Move> moves) {

        java.sql.Array of(String type, Function<Move, @Nullable Object> value) throws SQLException {
            return connection.createArrayOf(type, moves.stream().map(value).toArray());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
