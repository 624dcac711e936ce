package dev.qingdan.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String VALID = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String NEW =
            "00-(?!0{32}|%s)[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00".formatted(TRACE);

    @Test
    void a_valid_one_is_continued_as_it_came() {
        var parent = TraceParent.continuing(VALID);

        assertThat(parent.traceId()).isEqualTo(TRACE);
        assertThat(parent).hasToString(VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cc-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-will-be-like",
                "cc-" + TRACE + "-00f067aa0ba902b7-f1"
            })
    void a_later_version_is_continued_in_ours(String header) {
        assertThat(TraceParent.continuing(header)).hasToString(VALID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "hello",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-" + TRACE + "-00f067aa0ba902b7-1",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "00-" + TRACE + "-00f067aa0ba902b7-01-",
                "cc-" + TRACE + "-00f067aa0ba902b7-01.more",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void without_a_valid_one_a_new_trace_starts(String header) {
        assertThat(TraceParent.continuing(header).toString()).matches(NEW);
    }

    @Test
    void no_two_traces_are_the_same() {
        assertThat(TraceParent.start().traceId()).isNotEqualTo(TraceParent.start().traceId());
    }
}
