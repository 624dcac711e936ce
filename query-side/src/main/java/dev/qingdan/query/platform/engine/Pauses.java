package dev.qingdan.query.platform.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A pause that an interrupt ends early. */
final class Pauses {

    private Pauses() {}

    static void of(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
