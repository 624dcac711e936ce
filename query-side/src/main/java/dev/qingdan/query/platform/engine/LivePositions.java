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

    private record Reached(String generation, Place place, long position) {}

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
        for (Reached reached : read(projection)) {
            generation = reached.generation();
            positions.put(reached.place(), reached.position());
        }
        return generation == null
                ? Optional.empty()
                : Optional.of(new Announcement(generation, Map.copyOf(positions)));
    }

    private Iterable<Reached> read(String projection) {
        return jdbc.sql(
                        """
                        select p.generation, p.topic, p.partition, p.position
                        from engine.partition_position p join engine.generation g on g.id = p.generation
                        where g.projection = ? and g.state = 'LIVE'
                        """)
                .param(projection)
                .query((row, _) ->
                        new Reached(
                                row.getString(1),
                                topics.place(topics.partition(row.getString(2), row.getInt(3))),
                                row.getLong(4)))
                .list();
    }
}
