package dev.qingdan.command.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of the relay.
 *
 * @param position up to where everything is in Kafka
 * @param head the last position of the store
 * @param lag how many events are not in Kafka yet
 * @param waitingSince when the first of these happened
 * @param late whether that is longer ago than anybody should have to wait
 * @param trouble why it stands still, and what can be done
 */
record RelayStatus(
        long position,
        long head,
        long lag,
        RelayState state,
        @Nullable Instant waitingSince,
        boolean late,
        @Nullable String trouble) {

    private static final Duration TOLERABLE = Duration.ofSeconds(30);

    static boolean isLate(@Nullable Instant waitingSince, Instant now) {
        return waitingSince != null && waitingSince.plus(TOLERABLE).isBefore(now);
    }
}
