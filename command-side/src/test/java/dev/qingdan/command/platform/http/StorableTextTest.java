package dev.qingdan.command.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "tea", "茶", "\ud83c\udf75", "tea \ud83c\udf75\ud83c\udf75 for two"})
    void a_whole_text_can_be_stored(String text) {
        assertThat(StorableText.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "tea\u0000",
                "\ud83c",
                "\udf75",
                "\udf75\ud83c",
                "\ud83ctea",
                "\ud83c\udf75\udf75",
                "\ud83c\ud83c\udf75"
            })
    void one_with_a_nul_or_half_of_a_pair_cannot(String text) {
        assertThat(StorableText.isStorable(text)).isFalse();
    }
}
