package dev.qingdan.query.platform.web;

import dev.qingdan.events.ConsistencyToken;
import java.time.Duration;

/** The views as their readers see them. */
public interface Views {

    /** How the projection's views stand to what a token speaks of. */
    enum Standing {
        /** They hold all of it. */
        HELD,
        /** They have not come that far. */
        BEHIND,
        /** They went on without it: an event could not be folded and waits for an operator. */
        PARKED
    }

    /** Waits at most that long for all of it. */
    Standing await(String projection, ConsistencyToken token, Duration atMost);
}
