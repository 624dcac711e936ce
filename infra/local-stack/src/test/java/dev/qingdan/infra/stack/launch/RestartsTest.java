package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Restarts restarts = new Restarts();

    @Test
    void each_pause_is_longer_than_the_last() {
        var first = restarts.pauseAfter(NOON).orElseThrow();
        var second = restarts.pauseAfter(NOON.plusSeconds(1)).orElseThrow();
        var third = restarts.pauseAfter(NOON.plusSeconds(3)).orElseThrow();

        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(third);
    }

    @Test
    void what_dies_again_and_again_is_given_up() {
        for (int death = 0; death < 6; death++) {
            assertThat(restarts.pauseAfter(NOON.plusSeconds(death))).isPresent();
        }

        assertThat(restarts.pauseAfter(NOON.plusSeconds(6))).isEmpty();
    }

    @Test
    void deaths_of_long_ago_are_forgiven() {
        var first = restarts.pauseAfter(NOON);

        assertThat(restarts.pauseAfter(NOON.plus(Duration.ofMinutes(6)))).isEqualTo(first);
    }
}
