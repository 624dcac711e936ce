package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void nothing_asked_for_is_a_plain_start() {
        assertThat(parse("")).isEqualTo(new Options(false, false, false, 0));
    }

    @Test
    void a_fresh_start_with_buyers() {
        assertThat(parse("--fresh --traffic 20")).isEqualTo(new Options(true, false, false, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--traffic",
                "--traffic 0",
                "--traffic -1",
                "--traffic 1001",
                "--traffic 99999999999",
                "--traffic many",
                "--traffic --fresh"
            })
    void a_rate_that_is_none_is_refused_with_the_range(String words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("1 to 1000")
                .hasMessageContaining("--help");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThatThrownBy(() -> parse("--fersh"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("--fersh");
    }

    @Test
    void a_check_goes_alone() {
        assertThat(parse("--check").check()).isTrue();
        assertThatThrownBy(() -> parse("--check --fresh")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fresh", "--check", "--traffic 20"})
    void start_up_caches_are_made_alone(String more) {
        assertThat(parse("--caches").caches()).isTrue();
        assertThatThrownBy(() -> parse("--caches " + more)).isInstanceOf(Problem.class);
    }

    private static Options parse(String words) {
        return Options.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
