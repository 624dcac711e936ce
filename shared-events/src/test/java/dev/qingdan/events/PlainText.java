package dev.qingdan.events;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A text of which the schema says no more than that it is one: no id, moment or enumeration.
 *
 * @param path from the event's name down, as {@code OrderPlaced.lines.sku}
 * @param word the last of it
 */
record PlainText(String path, String word) {

    static List<PlainText> in(JsonNode schema) {
        return below(schema.path("title").asString(), schema).toList();
    }

    private static Stream<PlainText> below(String path, JsonNode schema) {
        if (schema.has("items")) {
            return below(path, schema.path("items"));
        }
        if (schema.has("properties")) {
            return schema.path("properties")
                    .propertyStream()
                    .flatMap(field -> below(path + "." + field.getKey(), field.getValue()));
        }
        return isPlain(schema)
                ? Stream.of(new PlainText(path, path.substring(path.lastIndexOf('.') + 1)))
                : Stream.empty();
    }

    /** A constant or an enumeration has no choice of words; a format says what stands there. */
    private static boolean isPlain(JsonNode schema) {
        return !schema.has("format")
                && !schema.has("enum")
                && !schema.has("const")
                && !isOneOf(schema, "integer", "number", "boolean");
    }

    private static boolean isOneOf(JsonNode schema, String... types) {
        return Stream.of(types).anyMatch(schema.path("type").asString("")::equals);
    }
}
