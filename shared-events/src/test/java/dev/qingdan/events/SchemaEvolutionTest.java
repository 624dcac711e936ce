package dev.qingdan.events;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's records keep what every published version of their schema has promised. */
class SchemaEvolutionTest {

    private static final PublishedSchemas PUBLISHED =
            new PublishedSchemas(Path.of("src/test/resources/published"));
    private static final EventSchemaGenerator GENERATOR = new EventSchemaGenerator();

    static Stream<DomainEvent> samples() {
        return Samples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void no_published_promise_is_broken(DomainEvent event) throws IOException {
        var type = EventType.of(event).name();

        var breaches = PUBLISHED.breaches(type, GENERATOR.schemaOf(event));

        assertThat(breaches)
                .withFailMessage(
                        () -> breaches.stream().map(Breach::toString).collect(joining("\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_promised_today_is_published(DomainEvent event) throws IOException {
        var type = EventType.of(event).name();
        var today = GENERATOR.schemaOf(event);
        if (GeneratedFile.publishing()
                && PUBLISHED.isNews(type, today)
                && PUBLISHED.breaches(type, today).isEmpty()) {
            PUBLISHED.add(type, today);
        }

        assertThat(PUBLISHED.isNews(type, today))
                .as(
                        """
                        %s promises other things than its last published schema: if no promise is \
                        broken, run this test with -Dschemas=publish, which adds a version, and \
                        commit it\
                        """,
                        type)
                .isFalse();
    }

    @Test
    void no_published_event_is_gone() throws IOException {
        assertThat(PUBLISHED.withoutRecord())
                .as(
                        """
                        A published event is gone. Old ones are kept for ever and readers meet \
                        them: put its record back; if it no longer happens, just stop creating it\
                        """)
                .isEmpty();
    }
}
