package dev.qingdan.command.inspect;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many events of each type there are. Nothing is counted at an append: whoever asks counts what
 * came since somebody last asked, and leaves that for the next.
 */
@Repository
class EventCounts {

    /** So much is counted at once; a first look at a long history takes several. */
    private static final long STRETCH = 500_000;

    private static final String COUNT_ON =
            """
            with counted as (
                select counted_to as position from event_count_position for update),
            target as (
                select least(counted.position + :stretch,
                    (select coalesce(max(event.position), 0) from event)) as position from counted),
            added as (
                insert into event_count (type, count)
                select type, count(*) from event, counted, target
                where event.position > counted.position and event.position <= target.position
                group by type
                on conflict (type) do update set count = event_count.count + excluded.count)
            update event_count_position set counted_to = target.position from target
            """;

    private final JdbcClient jdbc;

    EventCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    Map<String, Long> upToNow() {
        jdbc.sql(COUNT_ON).param("stretch", STRETCH).update();
        return jdbc
                .sql("select type, count from event_count")
                .query((row, _) -> Map.entry(row.getString("type"), row.getLong("count")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
