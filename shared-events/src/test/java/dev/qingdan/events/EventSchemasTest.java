package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The schemas in the jar say what the records are, and the events are what the schemas say. */
class EventSchemasTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final EventSchemaGenerator GENERATOR = new EventSchemaGenerator();

    static Stream<DomainEvent> samples() {
        return Samples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void todays_record_gives_the_committed_schema(DomainEvent event) throws IOException {
        var type = EventType.of(event);

        new GeneratedFile(SCHEMAS.resolve(type.name() + ".json")).holds(GENERATOR.schemaOf(event));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_what_its_schema_says(DomainEvent event) {
        assertThat(check(event).complaints(json(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_schema_is_what_the_standard_says(DomainEvent event) {
        assertThat(JsonSchemaCheck.byMetaSchema().complaints(GENERATOR.schemaOf(event))).isEmpty();
    }

    @Test
    void a_field_that_is_missing_or_of_another_type_is_noticed() {
        var paid = Samples.ALL.stream().filter(OrderEvent.OrderPaid.class::isInstance).findAny();
        var event = paid.orElseThrow();

        assertThat(check(event).complaints(json(event).without("amount"))).hasSize(1);
        assertThat(check(event).complaints(json(event).put("amount", "16100"))).hasSize(1);
        assertThat(check(event).complaints(json(event).put("orderId", "no uuid"))).hasSize(1);
        assertThat(check(event).complaints(json(event).put("paidAt", "yesterday"))).hasSize(1);
        assertThat(check(event).complaints(json(event).put("fromTheFuture", 1))).isEmpty();
    }

    @Test
    void the_glossary_has_no_word_that_nobody_uses() {
        var generator = new EventSchemaGenerator();
        Samples.ALL.forEach(generator::schemaOf);

        assertThat(generator.unusedWords()).isEmpty();
    }

    @Test
    void only_names_of_events_find_a_schema() {
        assertThat(EventSchemas.find("shop.order.OrderPlaced")).isPresent();
        assertThat(EventSchemas.find("shop.order.OrderGiftWrapped")).isEmpty();
        assertThat(EventSchemas.find("../schemas/shop.order.OrderPlaced")).isEmpty();
    }

    private static JsonSchemaCheck check(DomainEvent event) {
        var address = "https://shop.example/schemas/" + EventType.of(event).name() + ".json";
        return JsonSchemaCheck.by(address, GENERATOR.schemaOf(event));
    }

    private static ObjectNode json(DomainEvent event) {
        return (ObjectNode) GeneratedFile.JSON.readTree(EventJson.write(event));
    }
}
