package dev.qingdan.query.platform.engine;

import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.events.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which generation readers see now, and how far it has come: what the database says. */
@Component
class LivePositions {

    private record Reached(String generation, Place place, long position, boolean parked) {}

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
        var positions = new HashMap<Place, Long>();
        String generation = null;
        boolean parked = false;
        for (Reached reached : read(projection)) {
            generation = reached.generation();
            parked = reached.parked();
            positions.put(reached.place(), reached.position());
        }
        return generation == null
                ? Optional.empty()
                : Optional.of(new Announcement(generation, Map.copyOf(positions), parked));
    }

    private Iterable<Reached> read(String projection) {
        return jdbc.sql(
                        """
                        select p.generation, p.topic, p.partition, p.position,
                               exists (select from engine.dead_letter where generation = p.generation)
                        from engine.partition_position p join engine.generation g on g.id = p.generation
                        where g.projection = ? and g.state = 'LIVE'
                        """)
                .param(projection)
                .query((row, _) ->
                        new Reached(
                                row.getString(1),
                                topics.place(topics.partition(row.getString(2), row.getInt(3))),
                                row.getLong(4),
                                row.getBoolean(5)))
                .list();
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
