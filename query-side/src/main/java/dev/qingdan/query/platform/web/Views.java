package dev.qingdan.query.platform.web;

import dev.qingdan.events.ConsistencyToken;
import java.time.Duration;

/** The views as their readers see them. */
public interface Views {

    /** Whether the projection's views hold all that the token speaks of, within that time. */
    boolean await(String projection, ConsistencyToken token, Duration atMost);
}
