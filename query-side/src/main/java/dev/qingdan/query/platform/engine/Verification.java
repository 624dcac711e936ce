package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a rebuilt generation with the live one, in one snapshot of a moment in which both stand
 * at the same positions: rows and positions commit together, so what differs then differs for good.
 */
@Component
class Verification {

    private static final int KEYS_NAMED = 100;

    private final Generations generations;
    private final RebuildRepository rebuilds;
    private final Projections projections;
    private final Positions positions;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Verification(
            Generations generations,
            RebuildRepository rebuilds,
            Projections projections,
            Positions positions,
            JdbcTemplate jdbc,
            Clock clock) {
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.projections = projections;
        this.positions = positions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether it is done; otherwise the two were not at the same positions just now. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    boolean attempt(String projection) {
        generations.lock(projection);
        var rebuild = rebuilds.findOpen(projection).orElse(null);
        if (rebuild == null || !rebuild.is(Rebuild.State.RUNNING)) {
            return false;
        }
        var live = generations.live(projection).orElseThrow().id();
        var fresh = rebuild.generation();
        if (!positions.reached(fresh, live) || !positions.reached(live, fresh)) {
            return false;
        }
        var differing = new ArrayList<String>();
        for (Table table : projections.named(projection).tables()) {
            differing.addAll(differing(table, live, fresh));
        }
        rebuild.end(Rebuild.State.DONE, clock.instant(), positions.events(fresh));
        rebuild.found(differing.size(), String.join(" ", named(differing)));
        generations.drop(generations.named(fresh));
        return true;
    }

    private List<String> differing(Table table, String live, String fresh) {
        var key = key(table);
        return jdbc.queryForList(
                """
                select '%1$s/' || key from (
                    select concat_ws('/', %2$s) as key, a::text as content from %3$s.%1$s a) a
                full join (
                    select concat_ws('/', %2$s) as key, b::text as content from %4$s.%1$s b) b using (key)
                where a.content is distinct from b.content order by key
                """
                        .formatted(table.name(), key, live, fresh),
                String.class);
    }

    private static String key(Table table) {
        var columns =
                switch (table) {
                    case RowTable<?, ?> rows -> Columns.of(rows.rows()).all().subList(0, 1);
                    case TallyTable<?, ?, ?> sums ->
                            Columns.of(sums.rows()).all().subList(0, sums.keys());
                };
        return String.join(", ", columns.stream().map(Columns.Column::name).toList());
    }

    private static List<String> named(List<String> differing) {
        return differing.subList(0, Math.min(KEYS_NAMED, differing.size()));
    }
}
