package dev.qingdan.query.platform.engine;

import static java.util.stream.Collectors.toMap;

import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.ArrayList;
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

    /** Takes the channels and the texts; they are heard in their order. */
    static final String TELL =
            "select pg_notify(channel, text)"
                    + " from (select unnest(?::text[]) as channel, unnest(?::text[]) as text) as told";

    private final JdbcTemplate jdbc;
    private final Topics topics;
    private final Unheard unheard;

    Announcements(JdbcTemplate jdbc, Topics topics, Unheard unheard) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.unheard = unheard;
    }

    Notice reached(String generation, List<Move> moves, boolean parked) {
        var positions =
                moves.stream()
                        .collect(
                                toMap(
                                        move -> topics.place(move.claim().partition()),
                                        Move::position));
        return new Notice(POSITIONS, new Announcement(generation, positions, parked).toString());
    }

    /** Rows that readers see are different now. */
    List<Notice> changed(Map<RowTable<?, ?>, Map<String, Row>> rows) {
        var notices = new ArrayList<Notice>();
        rows.forEach((table, changed) ->
                Changes.of(table.name(), changed).stream()
                        .map(some -> unheard.expect(some, changed))
                        .forEach(some -> notices.add(new Notice(CHANGES, some.toString()))));
        return notices;
    }

    /** So many rows that readers see are different now that nobody wants to hear which. */
    List<Notice> changedAtLarge(Collection<RowTable<?, ?>> tables) {
        return tables.stream()
                .map(table -> new Notice(CHANGES, Changes.atLarge(table.name()).toString()))
                .toList();
    }

    /** Something about generations or rebuilds is different: every instance looks for itself. */
    void generationsChanged(String projection) {
        tell(List.of(new Notice(GENERATIONS, projection)));
    }

    void tell(List<Notice> notices) {
        if (!notices.isEmpty()) {
            jdbc.queryForList(TELL, channels(notices), texts(notices));
        }
    }

    static String[] channels(List<Notice> notices) {
        return notices.stream().map(Notice::channel).toArray(String[]::new);
    }

    static String[] texts(List<Notice> notices) {
        return notices.stream().map(Notice::text).toArray(String[]::new);
    }
}
