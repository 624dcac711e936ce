package dev.qingdan.query.platform.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A pause that an interrupt ends early. */
final class Pauses {

    private Pauses() {}

    static void of(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
