package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.sql.Selection;
import dev.qingdan.query.platform.web.Limit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead-letter table. */
@Component
class DeadLetters {

    private static final String COLUMNS =
            """
            select l.id, generation, topic, partition, record_offset, aggregate_id, event_type, sequence,
                   headers, payload, error, attempts, parked_at
            from engine.dead_letter l join engine.generation g on g.id = generation\
            """;

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(String generation) {
        return jdbc.sql("select count(*) from engine.dead_letter where generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
    }

    List<DeadLetter> of(String projection, @Nullable Long after, Limit limit) {
        return working(projection)
                .whereGiven("l.id > ?", after)
                .orderBy("l.id", limit.andOne())
                .list(jdbc, DeadLetters::read);
    }

    /** For each parked aggregate of these folds' generations the letter that blocks it. */
    List<DeadLetter> blocking(Projection projection, long after, int most) {
        return working(projection.name())
                .where("version = ?", projection.version())
                .where("l.id > ?", after)
                .where(
                        """
                        not exists (select from engine.dead_letter earlier
                                    where earlier.generation = l.generation and earlier.topic = l.topic
                                      and earlier.aggregate_id = l.aggregate_id
                                      and earlier.record_offset < l.record_offset)
                        """)
                .orderBy("l.id", most)
                .list(jdbc, DeadLetters::read);
    }

    Optional<DeadLetter> one(String projection, long id) {
        return working(projection).where("l.id = ?", id).list(jdbc, DeadLetters::read).stream()
                .findFirst();
    }

    /** A generation that is only kept takes no events, parked ones neither. */
    private static Selection working(String projection) {
        return Selection.of(COLUMNS)
                .where("projection = ?", projection)
                .where("state in ('BUILDING', 'LIVE')");
    }

    /** The next to fold of the aggregate that this letter belongs to. */
    Optional<DeadLetter> firstBeside(DeadLetter letter) {
        return Selection.of(COLUMNS)
                .where("generation = ?", letter.generation())
                .where("topic = ?", letter.topic())
                .where("aggregate_id = ?", letter.aggregateId())
                .orderBy("record_offset", 1)
                .list(jdbc, DeadLetters::read)
                .stream()
                .findFirst();
    }

    long countBeside(DeadLetter letter) {
        return jdbc.sql(
                        """
                        select count(*) from engine.dead_letter
                        where generation = ? and topic = ? and aggregate_id = ?
                        """)
                .param(letter.generation())
                .param(letter.topic())
                .param(letter.aggregateId())
                .query(Long.class)
                .single();
    }

    void failedAgain(DeadLetter letter, RuntimeException failure) {
        jdbc.sql(
                        """
                        update engine.dead_letter set error = ?, attempts = attempts + 1 where id = ?
                        """)
                .param(Parking.error(failure))
                .param(letter.id())
                .update();
    }

    void remove(DeadLetter letter) {
        jdbc.sql("delete from engine.dead_letter where id = ?").param(letter.id()).update();
    }

    /** What is thrown away stays on record, with who did it and why. */
    void recordDiscard(DeadLetter letter, String reason, String operator) {
        jdbc.sql(
                        """
                        insert into engine.discarded_letter (id, generation, topic, partition, record_offset,
                            aggregate_id, event_type, payload, error, reason, discarded_by, discarded_at)
                        select id, generation, topic, partition, record_offset, aggregate_id, event_type,
                               payload, error, ?, ?, now()
                        from engine.dead_letter where id = ?
                        """)
                .param(reason)
                .param(operator)
                .param(letter.id())
                .update();
    }

    private static DeadLetter read(ResultSet row, int number) throws SQLException {
        var payload = row.getBytes("payload");
        return new DeadLetter(
                row.getLong("id"),
                row.getString("generation"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("aggregate_id"),
                row.getString("event_type"),
                row.getObject("sequence", Long.class),
                row.getString("headers"),
                payload == null ? "" : new String(payload, UTF_8),
                row.getString("error"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }
}
