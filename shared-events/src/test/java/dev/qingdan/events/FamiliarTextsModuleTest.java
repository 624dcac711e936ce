package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FamiliarTextsModuleTest {

    private record Drink(String name, int price) {}

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new FamiliarTextsModule()).build();

    @Test
    void a_text_that_comes_again_and_again_is_the_same_object() {
        drink("\"Oolong 乌龙茶\"");
        assertThat(drink("\"Oolong 乌龙茶\"").name())
                .isEqualTo("Oolong 乌龙茶")
                .isSameAs(drink("\"Oolong 乌龙茶\"").name());
    }

    @Test
    void a_text_that_came_once_is_not_kept() {
        assertThat(drink("\"Oolong\"").name()).isNotSameAs(drink("\"Oolong\"").name());
    }

    @Test
    void a_long_text_is_not_kept() {
        var text = "x".repeat(65);
        drink('"' + text + '"');
        assertThat(drink('"' + text + '"').name())
                .isEqualTo(text)
                .isNotSameAs(drink('"' + text + '"').name());
    }

    /** "Aa" and "BB" have the same hash, and so the same place; of long ones the end decides. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Aa", "BB", "AaAa", "BBBB", "AaBB", "Red, 500 grams", "Raw, 500 grams", ""})
    void texts_of_one_place_are_not_mistaken_for_each_other(String text) {
        for (int i = 0; i < 2; i++) {
            drink("\"Aa\"");
            drink("\"AaBB\"");
            drink("\"Red, 500 grams\"");
        }
        assertThat(drink('"' + text + '"').name()).isEqualTo(text);
        assertThat(drink('"' + text + '"').name()).isEqualTo(text);
    }

    @Test
    void what_is_no_text_is_read_as_ever() {
        assertThat(drink("null").name()).isNull();
        assertThat(drink("12").name()).isEqualTo("12");
    }

    private Drink drink(String name) {
        return mapper.readValue("{\"name\":%s,\"price\":1}".formatted(name), Drink.class);
    }
}
