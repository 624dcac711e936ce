package dev.qingdan.query.platform.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How projections get on, for monitoring. Looked up now and then by the conductor, so that scraping
 * costs the database nothing, however many do it.
 */
@Component
class ProjectionGauges {

    /** As often as it is usually scraped: a look is some forty queries. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    /** Some are not there yet. */
    private static final Duration LOOK_SOON = Duration.ofSeconds(5);

    private final Projections projections;
    private final ProjectionStatuses statuses;
    private final MeterRegistry meters;
    private final Map<String, ProjectionStatus> last = new ConcurrentHashMap<>();
    private long nextLook = System.nanoTime();

    ProjectionGauges(Projections projections, ProjectionStatuses statuses, MeterRegistry meters) {
        this.projections = projections;
        this.statuses = statuses;
        this.meters = meters;
    }

    /** By one thread. */
    void look() {
        if (System.nanoTime() - nextLook < 0) {
            return;
        }
        for (var projection : projections.all()) {
            statuses.of(projection)
                    .ifPresent(status -> {
                        if (last.put(projection.name(), status) == null) {
                            register(projection.name());
                        }
                    });
        }
        var pause = last.size() < projections.all().size() ? LOOK_SOON : LOOK_AGAIN;
        nextLook = System.nanoTime() + pause.toNanos();
    }

    private void register(String projection) {
        gauge(projection, "qingdan.projection.lag", it -> orUnknown(it.lag()));
        gauge(projection, "qingdan.projection.rate", ProjectionStatus::ratePerSecond);
        gauge(projection, "qingdan.projection.dead.letters", ProjectionStatus::deadLetters);
        gauge(
                projection,
                "qingdan.projection.rebuild.processed",
                it -> open(it, RebuildStatus::processed));
        gauge(projection, "qingdan.projection.rebuild.total", it -> open(it, RebuildStatus::total));
    }

    private void gauge(String projection, String name, ToDoubleFunction<ProjectionStatus> value) {
        Gauge.builder(name, last, statusOf -> value.applyAsDouble(statusOf.get(projection)))
                .tag("projection", projection)
                .register(meters);
    }

    /** Nothing is under way: there is nothing of it to be seen. */
    private static double open(ProjectionStatus status, ToDoubleFunction<RebuildStatus> value) {
        var rebuild = status.rebuild();
        return rebuild == null || !rebuild.state().open()
                ? Double.NaN
                : value.applyAsDouble(rebuild);
    }

    private static double orUnknown(@Nullable Long lag) {
        return lag == null ? Double.NaN : lag;
    }
}
