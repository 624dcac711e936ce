package dev.qingdan.events;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No event tells of a person: of every text in one it is known who writes it and what can stand in
 * it.
 */
class NothingPersonalTest {

    private static final Path FILE = Path.of("src/test/resources/texts.properties");
    private static final EventSchemaGenerator GENERATOR = new EventSchemaGenerator();

    /** Mobile numbers, e-mail addresses, openids, signed tokens, and fields that call for them. */
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?<!\\d)1[3-9]\\d{9}(?!\\d)|\\w@\\w|\\bo[\\w-]{27}\\b|\\beyJ"
                            + "|(?i)openid|unionid|phone|mobile|mail|nickname|recipient|address|token|note");

    static Stream<DomainEvent> samples() {
        return Samples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void it_is_known_what_can_stand_in_each_text(DomainEvent event) throws IOException {
        var known = known();

        assertThat(texts(event))
                .as(
                        """
                        These are texts. If a person may type them freely, keep them sealed beside \
                        the store and out of the event; if not, say in %s what makes sure of that\
                        """,
                        FILE)
                .allMatch(text -> known.containsKey(text.word()) || known.containsKey(text.path()));
    }

    @Test
    void no_text_is_listed_that_is_gone() throws IOException {
        var used =
                Samples.ALL.stream()
                        .flatMap(event -> texts(event).stream())
                        .flatMap(text -> Stream.of(text.word(), text.path()))
                        .collect(toCollection(TreeSet::new));

        assertThat(used).containsAll(known().stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void neither_key_nor_headers_nor_payload_look_like_a_person(DomainEvent event) {
        var record = SampleRecord.of(event);

        assertThat(record.key() + "\n" + record.headers() + "\n" + record.payload())
                .doesNotContainPattern(PERSONAL);
    }

    private static List<PlainText> texts(DomainEvent event) {
        return PlainText.in(GENERATOR.schemaOf(event));
    }

    private static Properties known() throws IOException {
        var known = new Properties();
        try (var in = Files.newBufferedReader(FILE)) {
            known.load(in);
        }
        return known;
    }
}
