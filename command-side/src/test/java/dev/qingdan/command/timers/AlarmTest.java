package dev.qingdan.command.timers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.platform.Origin;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private static final String TRACEPARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void what_a_timer_does_belongs_to_the_trace_of_the_first_request() {
        var origin = new Origin("member:li", "correlation", "request", TRACEPARENT);

        assertThat(Alarm.because(origin, "event").inVain().origin("payment-window"))
                .isEqualTo(
                        new Origin("system:payment-window", "correlation", "event", TRACEPARENT));
    }

    @Test
    void a_timer_set_without_a_trace_starts_one() {
        var alarm = new Alarm("correlation", "event", null, 0);

        assertThat(requireNonNull(alarm.origin("payment-window").traceparent()))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }
}
