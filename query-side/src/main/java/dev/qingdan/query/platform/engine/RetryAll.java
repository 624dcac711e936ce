package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.web.Problem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** After a defect is mended: all parked aggregates once more, each in its own order. */
@Component
class RetryAll {

    /**
     * @param upToDate aggregates whose parked events are all folded now
     * @param stillFailing aggregates that stay parked
     * @param more whether some were not tried, for want of time
     */
    record Outcome(int upToDate, int stillFailing, boolean more) {

        Outcome and(Redelivery.Outcome one) {
            return one.remaining() == 0
                    ? new Outcome(upToDate + 1, stillFailing, more)
                    : new Outcome(upToDate, stillFailing + 1, more);
        }
    }

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int PAGE = 100;

    private final DeadLetters letters;
    private final Redelivery redelivery;

    RetryAll(DeadLetters letters, Redelivery redelivery) {
        this.letters = letters;
        this.redelivery = redelivery;
    }

    Outcome of(Projection projection) {
        return of(projection, LONGEST);
    }

    Outcome of(Projection projection, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        var outcome = new Outcome(0, 0, false);
        long last = 0;
        for (var page = letters.blocking(projection, last, PAGE);
                !page.isEmpty();
                page = letters.blocking(projection, last, PAGE)) {
            for (DeadLetter letter : page) {
                if (System.nanoTime() > end) {
                    return new Outcome(outcome.upToDate(), outcome.stillFailing(), true);
                }
                outcome = retry(projection, letter, outcome);
                last = letter.id();
            }
        }
        return outcome;
    }

    private Outcome retry(Projection projection, DeadLetter letter, Outcome before) {
        try {
            return before.and(redelivery.retry(projection, letter));
        } catch (Problem busy) {
            // Somebody else is at the same aggregate, and counts it
            return before;
        }
    }
}
