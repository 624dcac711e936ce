package dev.qingdan.infra.stack.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How soon a part that died starts again: later each time, and not for ever. */
final class Restarts {

    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(5);
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20));

    private final Deque<Instant> deaths = new ArrayDeque<>();

    /** The pause after this death, or nothing where one more start would be one too many. */
    Optional<Duration> pauseAfter(Instant death) {
        deaths.removeIf(earlier -> earlier.plus(FORGIVEN_AFTER).isBefore(death));
        var count = deaths.size();
        deaths.add(death);
        return count < PAUSES.size() ? Optional.of(PAUSES.get(count)) : Optional.empty();
    }
}
