package dev.qingdan.infra.benchmark.rebuild;

import java.time.Duration;
import java.time.Instant;

/** Has a projection rebuilt, and looks at what that takes. */
final class Rebuilding {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String INDEXING = "qingdan_projection_indexing_seconds_sum";
    private static final String HELD = "qingdan_projection_swap_held_seconds_sum";
    private static final String VIEWS = "qingdan_projection_swap_views_seconds_sum";

    private final Stack stack;
    private final QuerySide querySide;
    private final String projection;
    private long peakHeap;

    Rebuilding(Stack stack, QuerySide querySide, String projection) {
        this.stack = stack;
        this.querySide = querySide;
        this.projection = projection;
    }

    long peakHeap() {
        return peakHeap;
    }

    /** Until readers see all that was published. */
    void awaitLive() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (querySide.lag(projection) > 0) {
            lookAgain(end);
        }
    }

    Round rebuild() throws InterruptedException {
        var before = Cost.now(stack, querySide);
        var indexing = querySide.metric(INDEXING);
        var held = querySide.metric(HELD);
        var views = querySide.metric(VIEWS);
        var rebuild = querySide.startRebuild(projection);
        var id = rebuild.path("rebuildId").asString();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!rebuild.path("state").asString().equals("DONE")) {
            lookAgain(end);
            peakHeap = Math.max(peakHeap, querySide.heapUsed());
            rebuild = querySide.rebuild(projection, id);
        }
        var cost = Cost.now(stack, querySide).since(before);
        var events = rebuild.path("processed").asLong();
        var took =
                Duration.between(
                        Instant.parse(rebuild.path("startedAt").asString()),
                        Instant.parse(rebuild.path("finishedAt").asString()));
        return new Round(
                events,
                took.toMillis() / 1000.0,
                events * 1000 / took.toMillis(),
                Round.PerEvent.of(cost, events),
                querySide.metric(INDEXING) - indexing,
                1000 * (querySide.metric(HELD) - held),
                1000 * (querySide.metric(VIEWS) - views));
    }

    private static void lookAgain(long end) throws InterruptedException {
        if (System.nanoTime() > end) {
            throw new IllegalStateException("It takes longer than " + PATIENCE);
        }
        Thread.sleep(BETWEEN_LOOKS);
    }
}
