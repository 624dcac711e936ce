package dev.qingdan.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YuanTest {

    @ParameterizedTest
    @CsvSource({
        "12.8, 1280",
        "12.80, 1280",
        "12, 1200",
        "0.01, 1",
        "¥12.80, 1280",
        "１２．８, 1280",
        "12。8, 1280",
        "12元, 1200",
        "' 12.8 ', 1280",
        "'1,280.00', 128000"
    })
    void understands_what_people_type(String typed, long fen) {
        assertThat(Yuan.parse(typed)).hasValue(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "1.234", "1.2.3", "1e3", "99999999", "0x10"})
    void refuses_what_is_no_amount(String typed) {
        assertThat(Yuan.parse(typed)).isEmpty();
    }

    @Test
    void shows_fen_as_grouped_yuan() {
        assertThat(Yuan.shown(123_456_789)).isEqualTo("¥1,234,567.89");
        assertThat(Yuan.shown(-5)).isEqualTo("-¥0.05");
        assertThat(Yuan.shown(0)).isEqualTo("¥0.00");
    }

    @Test
    void what_is_shown_in_a_field_reads_back_as_the_same_amount() {
        assertThat(Yuan.parse(Yuan.typed(6_805))).hasValue(6_805);
    }
}
