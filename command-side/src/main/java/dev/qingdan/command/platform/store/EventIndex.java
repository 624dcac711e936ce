package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which events lie where, without what they say. */
@Repository
public class EventIndex {

    private static final String COLUMNS =
            "select position, event_id, aggregate_type, aggregate_id from event ";

    private final JdbcClient jdbc;

    public EventIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One event's place. */
    public record Place(long position, UUID id, StreamId stream) {}

    /** The last position, 0 where there is no event yet. */
    public long head() {
        return jdbc.sql("select coalesce(max(position), 0) from event").query(Long.class).single();
    }

    /** A topic's events at and before a position, the latest first. */
    public List<Place> upTo(Topic topic, long position, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where aggregate_type = any(:types) and position <= :position
                                order by position desc limit :limit
                                """)
                .param("types", typesOf(topic))
                .param("position", position)
                .param("limit", limit)
                .query(EventIndex::place)
                .list();
    }

    /** Of these positions, those where there is an event. */
    public List<Place> at(Collection<Long> positions) {
        return jdbc.sql(COLUMNS + "where position = any(:positions)")
                .param("positions", positions.toArray(Long[]::new))
                .query(EventIndex::place)
                .list();
    }

    /** The position of the first event at or after a moment; one past the last if there is none. */
    public long positionAt(Instant moment) {
        long low = 1;
        long high = head() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (timeAt(middle).isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Times rise with positions, but for the moments that a commit takes. */
    private Instant timeAt(long position) {
        return jdbc.sql(
                        """
                        select occurred_at from event where position >= :position
                        order by position limit 1
                        """)
                .param("position", position)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static String[] typesOf(Topic topic) {
        return Arrays.stream(AggregateType.values())
                .filter(type -> type.topic() == topic)
                .map(AggregateType::typeName)
                .toArray(String[]::new);
    }

    private static Place place(ResultSet row, int index) throws SQLException {
        var type = AggregateType.ofTypeName(row.getString("aggregate_type"));
        return new Place(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                new StreamId(type, row.getString("aggregate_id")));
    }
}
