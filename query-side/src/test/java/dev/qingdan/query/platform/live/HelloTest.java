package dev.qingdan.query.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloTest {

    @Test
    void a_client_says_who_it_is_and_what_it_has() {
        assertThat(Hello.parse("{\"token\":\"t\",\"resume\":{\"o-1\":3,\"o-2\":0}}"))
                .contains(new Hello("t", Map.of("o-1", 3L, "o-2", 0L)));
    }

    @Test
    void it_need_not_have_anything() {
        assertThat(Hello.parse("{\"token\":\"t\"}")).contains(new Hello("t", null));
        assertThat(Hello.parse("{\"token\":\"t\",\"resume\":null}")).contains(new Hello("t", null));
        assertThat(Hello.parse("{\"token\":\"t\",\"resume\":{}}"))
                .contains(new Hello("t", Map.of()));
    }

    @Test
    void whether_it_may_is_asked_later() {
        assertThat(Hello.parse("{}")).contains(new Hello(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "\"t\"",
                "{\"token\":1}",
                "{\"token\":\"t\",\"resume\":[]}",
                "{\"token\":\"t\",\"resume\":{\"o\":\"3\"}}",
                "{\"token\":\"t\",\"resume\":{\"o\":1.5}}",
                "{\"token\":\"t\",\"resume\":{\"o\":99999999999999999999}}",
                "{\"token\":\"t\",\"resume\":{\"\":1}}",
                "{\"token\":\"t\",\"resume\":{\"\\u0000\":1}}",
                "{\"token\":\"t\"",
            })
    void anything_else_is_no_hello(String frame) {
        assertThat(Hello.parse(frame)).isEmpty();
    }

    @Test
    void it_names_no_more_than_a_hundred() {
        var versions =
                IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> "\"o-" + i + "\":1")
                        .collect(Collectors.joining(","));

        assertThat(Hello.parse("{\"token\":\"t\",\"resume\":{" + versions + "}}")).isEmpty();
    }
}
