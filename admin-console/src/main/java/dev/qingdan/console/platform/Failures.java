package dev.qingdan.console.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts failures per name within a sliding window, in bounded memory. */
final class Failures {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private record Count(int failures, Instant last) {}

    private final Clock clock;
    private final int allowed;
    private final Map<String, Count> counts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Failures(Clock clock, int allowed) {
        this.clock = clock;
        this.allowed = allowed;
    }

    synchronized void add(String name) {
        var before = current(name);
        var failures = before == null ? 1 : before.failures() + 1;
        counts.put(name, new Count(failures, clock.instant()));
    }

    synchronized boolean tooMany(String name) {
        var count = current(name);
        return count != null && count.failures() >= allowed;
    }

    synchronized void forget(String name) {
        counts.remove(name);
    }

    private @Nullable Count current(String name) {
        var count = counts.get(name);
        return count != null && clock.instant().isBefore(count.last().plus(WINDOW)) ? count : null;
    }
}
