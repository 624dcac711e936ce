package dev.qingdan.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts(messages());

    @Test
    void says_a_known_code_in_the_readers_language_with_its_numbers() {
        var problem = problem(Map.of("code", "stock.out-of-stock", "asked", 3, "available", 1));
        assertThat(texts.say(problem, Locale.SIMPLIFIED_CHINESE)).isEqualTo("库存不足：需要 3，可售 1");
        assertThat(texts.say(problem, Locale.ENGLISH))
                .isEqualTo("Not enough stock: 3 asked for, 1 available");
    }

    @Test
    void repeats_the_detail_of_an_unknown_code() {
        var problem = problem(Map.of("code", "moon.too-full", "detail", "Wait a night."));
        assertThat(texts.say(problem, Locale.ENGLISH)).isEqualTo("Wait a night.");
    }

    @Test
    void names_the_code_when_there_is_nothing_else() {
        assertThat(texts.say(Problem.of(500, Map.of()), Locale.ENGLISH))
                .isEqualTo("It did not work (http.500)");
    }

    @Test
    void names_the_fields_that_do_not_fit() {
        var error = Map.of("field", "price", "detail", "at least 1");
        var problem = problem(Map.of("code", "request.invalid", "errors", List.of(error)));
        assertThat(texts.say(problem, Locale.ENGLISH))
                .isEqualTo("What was entered does not fit: price at least 1");
    }

    private static Problem problem(Map<String, Object> members) {
        return Problem.of(409, members);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
