package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each way to break a schema is found, and each harmless change is let through. */
class SchemaCompatibilityTest {

    private static final EventSchemaGenerator GENERATOR = new EventSchemaGenerator();
    private static final String TYPE = "shop.order.OrderPlaced";
    private static final String LINE = "/properties/lines/items";

    @Test
    void a_field_that_is_removed() {
        var breaches =
                after(schema -> {
                    properties(schema).remove("number");
                    required(schema).removeIf(named("number"));
                });

        assertThat(breaches).map(Breach::kind).containsExactly(Breach.Kind.REMOVED);
        assertThat(breaches.getFirst())
                .asString()
                .startsWith("shop.order.OrderPlaced, field `number`: is gone. Old events carry it")
                .contains("new event type", "upcaster", "optional (@Nullable)");
    }

    @Test
    void a_field_that_is_renamed() {
        var breaches =
                after(schema -> {
                    var total = properties(schema).remove("total");
                    properties(schema).set("sum", total);
                    required(schema).removeIf(named("total")).add("sum");
                });

        assertThat(breaches)
                .map(Breach::kind)
                .containsExactly(Breach.Kind.REMOVED, Breach.Kind.NEWLY_REQUIRED);
        assertThat(breaches.getFirst())
                .asString()
                .contains("field `total`: is gone (renamed to `sum`?)");
    }

    @Test
    void a_field_of_another_type() {
        var breaches = after(schema -> node(schema, "/properties/total").put("type", "string"));

        assertThat(breaches)
                .singleElement()
                .asString()
                .startsWith(
                        TYPE
                                + ", field `total`: was type integer, format int64"
                                + " and is now type string, format int64. Readers have columns");
    }

    @Test
    void a_text_that_is_no_longer_a_uuid() {
        var breaches = after(schema -> node(schema, "/properties/orderId").remove("format"));

        assertThat(breaches).map(Breach::kind).containsExactly(Breach.Kind.RETYPED);
    }

    @Test
    void a_text_that_is_now_one_of_a_few() {
        var breaches =
                after(schema -> node(schema, "/properties/number").putArray("enum").add("1"));

        assertThat(breaches).map(Breach::kind).containsExactly(Breach.Kind.RETYPED);
    }

    @Test
    void a_new_field_that_is_required() {
        var breaches =
                after(schema -> {
                    properties(schema).putObject("table").put("type", "string");
                    required(schema).add("table");
                });

        assertThat(breaches)
                .singleElement()
                .asString()
                .contains("field `table`: is now required and was not", "already stored lack it");
    }

    @Test
    void an_optional_field_that_becomes_required() {
        var breaches = after(schema -> required(schema).add("couponId"));

        assertThat(breaches).map(Breach::kind).containsExactly(Breach.Kind.NEWLY_REQUIRED);
    }

    @Test
    void a_required_field_that_becomes_optional() {
        var breaches = after(schema -> required(schema).removeIf(named("payable")));

        assertThat(breaches)
                .singleElement()
                .asString()
                .contains("field `payable`: was required and is now optional");
    }

    @Test
    void the_same_inside_of_a_list() {
        var breaches =
                after(schema -> {
                    node(schema, LINE + "/properties").remove("name");
                    node(schema, LINE + "/properties/quantity").put("format", "int64");
                });

        assertThat(breaches).map(Breach::field).containsExactly("lines[].name", "lines[].quantity");
    }

    @Test
    void a_value_that_is_removed() {
        var cancelled = schemaOf(OrderEvent.OrderCancelled.class);
        var today = cancelled.deepCopy();
        ((ArrayNode) today.at("/properties/by/enum")).remove(0);

        assertThat(SchemaCompatibility.breaches(TYPE, cancelled, today))
                .singleElement()
                .asString()
                .contains("field `by`: lost the value MEMBER");
        assertThat(SchemaCompatibility.breaches(TYPE, today, cancelled)).isEmpty();
    }

    @Test
    void an_optional_field_may_come_and_words_may_change() {
        Consumer<ObjectNode> reworded = schema -> schema.put("description", "Better said.");
        Consumer<ObjectNode> extended =
                schema -> properties(schema).putObject("table").put("type", "string");

        assertThat(after(reworded.andThen(extended))).isEmpty();
        assertThat(SchemaCompatibility.promiseTheSame(placed(), changed(reworded))).isTrue();
        assertThat(SchemaCompatibility.promiseTheSame(placed(), changed(extended))).isFalse();
    }

    private static List<Breach> after(Consumer<ObjectNode> change) {
        return SchemaCompatibility.breaches(TYPE, placed(), changed(change));
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        var schema = placed();
        change.accept(schema);
        return schema;
    }

    private static ObjectNode node(ObjectNode schema, String pointer) {
        return (ObjectNode) schema.at(pointer);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return node(schema, "/properties");
    }

    private static ArrayNode required(ObjectNode schema) {
        return (ArrayNode) schema.path("required");
    }

    private static Predicate<JsonNode> named(String name) {
        return node -> node.asString().equals(name);
    }

    private static ObjectNode placed() {
        return schemaOf(OrderEvent.OrderPlaced.class);
    }

    private static ObjectNode schemaOf(Class<? extends DomainEvent> event) {
        var sample = Samples.ALL.stream().filter(event::isInstance).findAny().orElseThrow();
        return GENERATOR.schemaOf(sample);
    }
}
