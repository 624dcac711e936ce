package dev.qingdan.query.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many events a second each generation takes, all instances together, over the last seconds.
 */
@Component
class Rates {

    private static final Duration WINDOW = Duration.ofSeconds(7);

    private record Sample(Instant at, long events) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Deque<Sample>> samples = new ConcurrentHashMap<>();

    Rates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Called every few seconds, or more often. */
    void sample() {
        var now = clock.instant();
        jdbc.sql(
                        """
                        select generation, sum(events) from engine.partition_position p
                        join engine.generation g on g.id = p.generation
                        where g.state in ('BUILDING', 'LIVE') group by generation
                        """)
                .query((row, _) -> Map.entry(row.getString(1), new Sample(now, row.getLong(2))))
                .list()
                .forEach(sampled -> keep(sampled.getKey(), sampled.getValue()));
    }

    private void keep(String generation, Sample sample) {
        samples.compute(
                generation,
                (_, before) -> {
                    var last = before == null ? new ArrayDeque<Sample>() : new ArrayDeque<>(before);
                    last.addLast(sample);
                    last.removeIf(old -> old.at().isBefore(sample.at().minus(WINDOW)));
                    return last;
                });
    }

    double perSecond(String generation) {
        var last = samples.get(generation);
        if (last == null || last.size() < 2) {
            return 0;
        }
        var first = last.getFirst();
        var seconds = Duration.between(first.at(), last.getLast().at()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : (last.getLast().events() - first.events()) / seconds;
    }
}
