package dev.qingdan.console.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A type of event as the catalogue shows it.
 *
 * @param schema its JSON Schema, which says what each field means
 */
record EventKind(
        String type, String topic, @Nullable String supersededBy, long count, JsonNode schema) {

    /** {@code OrderPlaced}. */
    public String name() {
        return simpleName(type);
    }

    public String description() {
        return schema.path("description").asString("");
    }

    public @Nullable String successor() {
        return supersededBy == null ? null : simpleName(supersededBy);
    }

    public String example() {
        return schema.path("examples").path(0).toPrettyString();
    }

    /** All of them, those inside others after them. */
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        collect("", schema, fields);
        return fields;
    }

    /**
     * @param path its name after those that it is inside of: {@code lines.amount}
     * @param description in the words of the schema, which are English
     */
    record Field(String path, String type, String description, boolean required) {}

    private static void collect(String inside, JsonNode schema, List<Field> fields) {
        var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    var field = property.getValue();
                    var path = inside + property.getKey();
                    fields.add(
                            new Field(
                                    path,
                                    typeOf(field),
                                    field.path("description").asString(""),
                                    required.contains(property.getKey())));
                    collect(path + ".", field.has("items") ? field.path("items") : field, fields);
                });
    }

    private static String typeOf(JsonNode field) {
        var values = field.path("enum").valueStream().map(JsonNode::asString).toList();
        return values.isEmpty()
                ? field.path("format").asString(field.path("type").asString(""))
                : String.join(" | ", values);
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
