package dev.qingdan.command.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    @Test
    void waits_twice_as_long_each_time() {
        assertThat(backOff.after(0)).hasSeconds(2);
        assertThat(backOff.after(1)).hasSeconds(4);
        assertThat(backOff.after(5)).hasSeconds(64);
    }

    @Test
    void never_waits_longer_than_the_longest() {
        assertThat(backOff.after(8)).hasMinutes(5);
        assertThat(backOff.after(Integer.MAX_VALUE)).hasMinutes(5);
    }
}
