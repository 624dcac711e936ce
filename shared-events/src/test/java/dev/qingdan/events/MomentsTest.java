package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MomentsTest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new MomentsModule()).build();

    private static final int[] FRACTIONS = {0, 7, 70, 1_000, 25_000, 1_000_000, 250_000_000};

    @Test
    void moments_are_written_and_read_as_java_does() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var nanos =
                    i % 2 == 0
                            ? FRACTIONS[random.nextInt(FRACTIONS.length)]
                            : random.nextInt(1_000_000_000);
            var moment =
                    Instant.ofEpochSecond(
                            random.nextLong(-60_000_000_000L, 250_000_000_000L), nanos);

            assertThat(Moments.format(moment)).isEqualTo(moment.toString());
            assertThat(Moments.parse(moment.toString())).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T04:00:00.1Z",
                "2026-03-01T04:00:00.12345Z",
                "2026-03-01T12:00:00+08:00",
                "2024-02-29T23:59:59.999999999Z",
                "-0001-03-01T04:00:00Z",
                "+10000-03-01T04:00:00Z",
            })
    void any_form_of_a_moment_is_read(String text) {
        assertThat(Moments.parse(text)).isEqualTo(Instant.parse(text));
        assertThat(MAPPER.readValue("\"" + text + "\"", Instant.class))
                .isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T04:00:00.1234567890Z",
                "2026-03-01T04:0a:00Z",
                "2026-03-01T04:00:00",
            })
    void what_is_no_moment_is_refused(String text) {
        assertThatThrownBy(() -> Moments.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void jackson_says_itself_what_is_no_moment() {
        assertThatThrownBy(() -> MAPPER.readValue("\"2026-13-01T00:00:00Z\"", Instant.class))
                .isInstanceOf(JacksonException.class);
    }
}
