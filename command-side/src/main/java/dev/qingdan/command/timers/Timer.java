package dev.qingdan.command.timers;

import dev.qingdan.command.platform.http.Commands.Steps;

/** A kind of thing that is done later, once among all instances. */
public interface Timer {

    enum Outcome {
        DONE,
        /** Not settled yet: it rings again, after a longer pause each time. */
        AGAIN
    }

    String name();

    /** Runs outside of any unit of work and may be repeated, so it must stand that. */
    Outcome ring(String id, Steps steps);
}
