package dev.qingdan.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Failures failures = new Failures(clock, 3);

    @Test
    void lets_a_few_failures_pass_and_then_no_more() {
        failures.add("lin");
        failures.add("lin");
        assertThat(failures.tooMany("lin")).isFalse();
        failures.add("lin");
        assertThat(failures.tooMany("lin")).isTrue();
        assertThat(failures.tooMany("wei")).isFalse();
    }

    @Test
    void forgets_after_a_while_or_a_success() {
        for (int i = 0; i < 3; i++) {
            failures.add("lin");
            failures.add("wei");
        }
        failures.forget("lin");
        assertThat(failures.tooMany("lin")).isFalse();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(failures.tooMany("wei")).isFalse();
    }
}
