package dev.qingdan.query.platform.engine;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.events.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which generation readers see now, and how far it has come: what the database says. */
@Component
class LivePositions {

    private static final String LIVE =
            """
            select g.projection, p.generation, p.topic, p.partition, p.position,
                   exists (select from engine.dead_letter where generation = p.generation)
            from engine.partition_position p join engine.generation g on g.id = p.generation
            where g.state = 'LIVE'
            """;

    private record Reached(
            String projection, String generation, Place place, long position, boolean parked) {}

    private final JdbcClient jdbc;
    private final Topics topics;
    private final Projections projections;

    LivePositions(JdbcClient jdbc, Topics topics, Projections projections) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.projections = projections;
    }

    boolean feeds(String projection, Topic topic) {
        return projections.named(projection).topics().contains(topic);
    }

    Optional<Announcement> of(String projection) {
        return Optional.ofNullable(
                announcements(jdbc.sql(LIVE + "and g.projection = ?").param(projection))
                        .get(projection));
    }

    /** By projection; those that are not filled yet are left out. */
    Map<String, Announcement> all() {
        return announcements(jdbc.sql(LIVE));
    }

    private Map<String, Announcement> announcements(StatementSpec look) {
        return look.query(this::reached).list().stream()
                .collect(
                        groupingBy(
                                Reached::projection,
                                collectingAndThen(toList(), LivePositions::announcement)));
    }

    private static Announcement announcement(List<Reached> partitions) {
        var any = partitions.getFirst();
        return new Announcement(
                any.generation(),
                partitions.stream().collect(toUnmodifiableMap(Reached::place, Reached::position)),
                any.parked());
    }

    private Reached reached(ResultSet row, int number) throws SQLException {
        return new Reached(
                row.getString(1),
                row.getString(2),
                topics.place(topics.partition(row.getString(3), row.getInt(4))),
                row.getLong(5),
                row.getBoolean(6));
    }

    /** Whether the event at one of these positions is parked. */
    boolean parked(String generation, Map<Place, Long> positions) {
        return positions.entrySet().stream()
                .anyMatch(entry -> parked(generation, entry.getKey(), entry.getValue()));
    }

    private boolean parked(String generation, Place place, long position) {
        return jdbc.sql(
                        """
                        select exists (select from engine.dead_letter
                                       where generation = ? and topic = ? and partition = ?
                                         and headers ->> 'ce_position' = ?)
                        """)
                .params(
                        generation,
                        place.topic().topicName(),
                        place.partition(),
                        Long.toString(position))
                .query(Boolean.class)
                .single();
    }
}
