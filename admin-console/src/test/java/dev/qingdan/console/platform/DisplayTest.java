package dev.qingdan.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final Display display =
            new Display(Clock.fixed(Instant.parse("2026-11-22T16:30:00Z"), ZoneOffset.UTC));

    @Test
    void today_ends_at_midnight_in_shanghai() {
        assertThat(display.time(Instant.parse("2026-11-22T16:00:00Z"))).isEqualTo("00:00:00");
        assertThat(display.time(Instant.parse("2026-11-22T15:59:59Z"))).isEqualTo("11-22 23:59");
    }

    @Test
    void what_is_not_known_is_a_dash() {
        assertThat(display.time(null)).isEqualTo("–");
        assertThat(display.number(null)).isEqualTo("–");
    }

    @Test
    void numbers_are_grouped_and_rates_rounded() {
        assertThat(display.number(128_400L)).isEqualTo("128,400");
        assertThat(display.number(61_204.57)).isEqualTo("61,205");
        assertThat(display.number(4.25)).isEqualTo("4.3");
    }

    @Test
    void a_share_stays_between_nothing_and_all() {
        assertThat(display.percent(1, 3)).isEqualTo(33);
        assertThat(display.percent(5, 0)).isZero();
        assertThat(display.percent(120, 100)).isEqualTo(100);
    }

    @Test
    void time_left_is_minutes_and_seconds() {
        assertThat(display.duration(65)).isEqualTo("1:05");
        assertThat(display.duration(3_725)).isEqualTo("1:02:05");
    }
}
