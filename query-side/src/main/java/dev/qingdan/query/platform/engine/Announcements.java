package dev.qingdan.query.platform.engine;

import static java.util.stream.Collectors.toMap;

import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells every instance, through PostgreSQL, what a transaction has changed once it commits. */
@Component
class Announcements {

    static final String POSITIONS = "qingdan_positions";
    static final String CHANGES = "qingdan_changes";
    static final String GENERATIONS = "qingdan_generations";

    private final JdbcTemplate jdbc;
    private final Topics topics;

    Announcements(JdbcTemplate jdbc, Topics topics) {
        this.jdbc = jdbc;
        this.topics = topics;
    }

    void reached(String generation, List<Move> moves, boolean parked) {
        var positions =
                moves.stream()
                        .collect(
                                toMap(
                                        move -> topics.place(move.claim().partition()),
                                        Move::position));
        say(POSITIONS, new Announcement(generation, positions, parked).toString());
    }

    /** Rows that readers see are different now. */
    void changed(Map<RowTable<?, ?>, Map<String, Row>> rows) {
        rows.forEach((table, changed) ->
                sayAll(
                        CHANGES,
                        Changes.of(table.name(), changed).stream()
                                .map(Changes::toString)
                                .toList()));
    }

    /** So many rows that readers see are different now that nobody wants to hear which. */
    void changedAtLarge(Collection<RowTable<?, ?>> tables) {
        tables.forEach(table -> say(CHANGES, new Changes(table.name(), Map.of()).toString()));
    }

    /** Something about generations or rebuilds is different: every instance looks for itself. */
    void generationsChanged(String projection) {
        say(GENERATIONS, projection);
    }

    private void sayAll(String channel, List<String> texts) {
        if (!texts.isEmpty()) {
            jdbc.queryForList(
                    "select pg_notify(?, text) from unnest(?::text[]) text",
                    channel,
                    texts.toArray(String[]::new));
        }
    }

    private void say(String channel, String text) {
        sayAll(channel, List.of(text));
    }
}
