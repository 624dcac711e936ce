package dev.qingdan.command.timers;

import java.time.Duration;

/** Twice the pause each time, up to a limit. */
record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    Duration after(int timesInVain) {
        var pause = first.multipliedBy(1L << Math.min(timesInVain, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
