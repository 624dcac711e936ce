package dev.qingdan.command.relay;

import java.time.Duration;

/** Keeps a long work from taking the broker and the database from those who serve people. */
final class Pace {

    private final double eventsPerSecond;

    Pace(double eventsPerSecond) {
        this.eventsPerSecond = eventsPerSecond;
    }

    /** Rests for as long as so many events should take; an interrupt ends the rest. */
    void keep(int events) {
        try {
            Thread.sleep(Duration.ofNanos((long) (events / eventsPerSecond * 1_000_000_000)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
