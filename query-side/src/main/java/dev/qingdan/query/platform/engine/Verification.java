package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares a rebuilt generation with the live one, in one snapshot of a moment in which both stand
 * at the same positions: rows and positions commit together, so what differs then differs for good.
 * Writers wait for the snapshot only, not for the comparison.
 */
@Component
class Verification {

    private static final int KEYS_NAMED = 100;

    private final Generations generations;
    private final GenerationRepository repository;
    private final RebuildRepository rebuilds;
    private final Projections projections;
    private final Positions positions;
    private final Standstill standstill;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Verification(
            Generations generations,
            GenerationRepository repository,
            RebuildRepository rebuilds,
            Projections projections,
            Positions positions,
            Standstill standstill,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.generations = generations;
        this.repository = repository;
        this.rebuilds = rebuilds;
        this.projections = projections;
        this.positions = positions;
        this.standstill = standstill;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Whether it is done; otherwise the two generations did not meet just now. */
    boolean attempt(Rebuild rebuild) {
        var live = repository.find(rebuild.projection(), Generation.State.LIVE).orElseThrow().id();
        var differing = Objects.requireNonNull(snapshot.execute(_ -> differing(rebuild, live)));
        return differing.isPresent()
                && Boolean.TRUE.equals(transaction.execute(_ -> end(rebuild, differing.get())));
    }

    /** Empty where they did not meet; the first query takes the snapshot. */
    private Optional<List<String>> differing(Rebuild rebuild, String live) {
        var fresh = rebuild.generation();
        if (!standstill.of(live, fresh, () -> positions.reached(fresh, live))) {
            return Optional.empty();
        }
        var differing = new ArrayList<String>();
        for (Table table : projections.named(rebuild.projection()).tables()) {
            differing.addAll(differing(table, live, fresh));
        }
        return Optional.of(differing);
    }

    private boolean end(Rebuild compared, List<String> differing) {
        generations.lock(compared.projection());
        var rebuild = rebuilds.findOpen(compared.projection()).orElse(null);
        if (rebuild == null
                || !rebuild.id().equals(compared.id())
                || !rebuild.is(Rebuild.State.RUNNING)) {
            return false;
        }
        var fresh = rebuild.generation();
        rebuilds.save(
                rebuild.ended(Rebuild.State.DONE, clock.instant(), positions.events(fresh))
                        .found(differing.size(), String.join(" ", named(differing))));
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
