package dev.qingdan.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whoever adds an event or a field is told where its Chinese words belong. */
class EventWordsTest {

    private static final Path SCHEMAS = Path.of("../shared-events/src/main/resources/schemas");
    private static final String CHINESE = ".*\\p{IsHan}.*";

    private final EventWords words = new EventWords();

    static Stream<Path> schemas() throws IOException {
        return Files.list(SCHEMAS);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_event_and_every_field_has_its_meaning_in_chinese(Path schema) throws IOException {
        var type = schema.getFileName().toString().replace(".json", "");
        var json = JsonMapper.shared().readTree(Files.readString(schema));
        var kind = new EventKind(type, "topic", null, 0, json);

        assertThat(words.meaning(kind, Locale.SIMPLIFIED_CHINESE))
                .as("event-words_zh.properties says nothing of %s", kind.name())
                .matches(CHINESE);
        assertThat(kind.fields())
                .isNotEmpty()
                .allSatisfy(field ->
                        assertThat(words.meaning(kind, field, Locale.SIMPLIFIED_CHINESE))
                                .as("%s.%s in event-words_zh.properties", kind.name(), field.path())
                                .matches(CHINESE));
        assertThat(words.meaning(kind, Locale.ENGLISH)).isEqualTo(kind.description());
    }
}
