package dev.qingdan.console.projections;

import org.jspecify.annotations.Nullable;

/**
 * How far the event store has been sent to Kafka.
 *
 * @param trouble why it stands still and what can be done, in command-side's own words
 */
record RelayState(long position, long head, long lag, String state, @Nullable String trouble) {

    private static final long FAR = 1_000;

    public boolean isPaused() {
        return state.equals("PAUSED");
    }

    public boolean isFarBehind() {
        return lag > FAR;
    }
}
