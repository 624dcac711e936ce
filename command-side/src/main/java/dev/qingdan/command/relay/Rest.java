package dev.qingdan.command.relay;

import java.time.Duration;

/** How long to wait before the next try: longer after each failure, up to a bound. */
final class Rest {

    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration STAND_BY = Duration.ofSeconds(1);

    private Duration next = SHORTEST;

    /** It works again: the next failure is a first one. */
    void reset() {
        next = SHORTEST;
    }

    /** Nothing failed, there is just nothing to do: look again at a steady pace. */
    void standBy() {
        next = STAND_BY;
    }

    void take() {
        sleep(next);
        var longer = next.multipliedBy(2);
        next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }

    /** An interrupt ends it. */
    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
