package dev.qingdan.query.platform.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts a rebuilt generation in the live one's place, in one transaction.
 *
 * <p>Meanwhile the live generation's writers are held up and the rebuilt one takes the last events;
 * only when it has reached every position of the live one are the views moved. So whoever has read
 * something never afterwards reads a time before it.
 */
@Component
class Swap {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final Generations generations;
    private final RebuildRepository rebuilds;
    private final Positions positions;
    private final EngineSettings settings;
    private final EngineMetrics metrics;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Swap(
            Generations generations,
            RebuildRepository rebuilds,
            Positions positions,
            EngineSettings settings,
            EngineMetrics metrics,
            JdbcTemplate jdbc,
            Clock clock) {
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.positions = positions;
        this.settings = settings;
        this.metrics = metrics;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether it is done; otherwise nothing has changed, and it may be tried again. */
    @Transactional
    boolean attempt(String projection) {
        generations.lock(projection);
        var rebuild = rebuilds.findOpen(projection).orElse(null);
        if (rebuild == null || !rebuild.is(Rebuild.State.RUNNING)) {
            return false;
        }
        // A reader with a long query must not make every other reader queue up behind this
        jdbc.execute("set local lock_timeout to '500ms'");
        var next = generations.named(rebuild.generation());
        var times = new SwapTimes(metrics, projection);
        if (!reachesLive(next)) {
            return false;
        }
        // A batch tells members what it changed if readers see it: none may be between the two
        positions.hold(next.id());
        times.viewsAreNext();
        generations.promote(next);
        TransactionSynchronizationManager.registerSynchronization(times);
        rebuilds.save(
                rebuild.ended(Rebuild.State.DONE, clock.instant(), positions.events(next.id())));
        return true;
    }

    private boolean reachesLive(Generation next) {
        var live = generations.live(next.projection()).orElse(null);
        if (live == null) {
            return true;
        }
        positions.hold(live.id());
        var patience = System.nanoTime() + settings.swapPatience().toNanos();
        while (!positions.reached(next.id(), live.id())) {
            if (System.nanoTime() > patience) {
                return false;
            }
            Pauses.of(LOOK_AGAIN);
        }
        return true;
    }
}
