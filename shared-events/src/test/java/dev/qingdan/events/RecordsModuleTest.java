package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

class RecordsModuleTest {

    private final JsonMapper mapper = JsonMapper.builder().addModule(new RecordsModule()).build();

    private record Pieces(String sku, int count, @Nullable Pieces more) {

        Pieces {
            if (count < 0) {
                throw new IllegalArgumentException("Less than nothing");
            }
        }
    }

    private record Code(String text) {}

    private record Broken(String text) {

        Broken {
            throw new StackOverflowError(text);
        }
    }

    @Test
    void a_record_is_read_with_all_its_components() {
        var json =
                """
                {"count":2,"more":{"sku":"cup","count":1},"sku":"tea"}
                """;

        assertThat(mapper.readValue(json, Pieces.class))
                .isEqualTo(new Pieces("tea", 2, new Pieces("cup", 1, null)));
        assertThat(mapper.readValue("{\"text\":\"a\"}", Code.class)).isEqualTo(new Code("a"));
    }

    @Test
    void what_a_constructor_refuses_is_said_in_jacksons_way() {
        assertThatThrownBy(() -> mapper.readValue("{\"sku\":\"tea\",\"count\":-1}", Pieces.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasRootCauseMessage("Less than nothing");
    }

    @Test
    void an_error_is_not_taken_for_a_refusal() {
        assertThatThrownBy(() -> mapper.readValue("{\"text\":\"deep\"}", Broken.class))
                .isInstanceOf(StackOverflowError.class);
    }
}
