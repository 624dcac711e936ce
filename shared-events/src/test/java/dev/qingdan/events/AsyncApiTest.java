package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document is today's, is valid, and tells the truth about our records. */
class AsyncApiTest {

    private static final Path COMMITTED = Path.of("../infra/docs/asyncapi.json");
    private static final Path STANDARD = Path.of("src/test/resources/asyncapi/3.0.0.schema.json");

    private static ObjectNode document;

    @BeforeAll
    static void generate() throws IOException {
        document = AsyncApi.document();
    }

    static Stream<SampleRecord> records() {
        return Samples.ALL.stream().map(SampleRecord::of);
    }

    @Test
    void todays_code_gives_the_committed_document() throws IOException {
        new GeneratedFile(COMMITTED).holds(document);
    }

    @Test
    void the_document_is_what_the_standard_says() throws IOException {
        assertThat(standard().complaints(document)).isEmpty();
    }

    @Test
    void a_mistake_deep_inside_the_document_is_noticed() throws IOException {
        var wrong = document.deepCopy();
        wrong.withObject("/channels/order/bindings/kafka").put("partitions", "six");

        assertThat(standard().complaints(wrong)).isNotEmpty();
    }

    @Test
    void every_topic_is_a_channel_with_its_events() {
        for (Topic topic : Topic.values()) {
            var channel = document.path("channels").path(topic.familyName());
            var events = EventType.all().stream().filter(type -> type.topic() == topic);

            assertThat(channel.path("address").asString()).isEqualTo(topic.topicName());
            assertThat(channel.path("messages").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            events.map(type -> type.payload().getSimpleName()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_is_what_its_message_says(SampleRecord record) {
        var message = document.path("components").path("messages").path(record.type());

        assertThat(complaints(message.path("headers"), record.headers())).isEmpty();
        assertThat(complaints(message.path("payload"), record.payload())).isEmpty();
        assertThat(complaints(message.at("/bindings/kafka/key"), record.key())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void no_header_is_left_undescribed(SampleRecord record) {
        var described = document.at("/components/schemas/EventHeaders/properties");

        assertThat(described.propertyNames()).containsAll(record.headers().propertyNames());
    }

    private static JsonSchemaCheck standard() throws IOException {
        var standard = new GeneratedFile(STANDARD).read();
        return JsonSchemaCheck.by(standard.path("$id").asString(), standard);
    }

    /** What a part of the document has against that JSON, with its references into the document. */
    private static Iterable<String> complaints(JsonNode part, JsonNode json) {
        var schema = ((ObjectNode) part.deepCopy()).set("components", document.path("components"));
        return JsonSchemaCheck.by("urn:qingdan:part", schema).complaints(json);
    }
}
