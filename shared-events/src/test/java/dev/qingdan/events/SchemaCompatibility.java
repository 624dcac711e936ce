package dev.qingdan.events;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Where today's schema of an event goes back on a published one. Events are kept for ever: whoever
 * reads by today's schema must understand every old event, and whoever still reads by an old one
 * must find in every new event what it was promised. Words about a field may change freely.
 */
final class SchemaCompatibility {

    private static final Set<String> WORDS =
            Set.of("$schema", "$id", "title", "description", "examples", "deprecated");
    private static final Set<String> LOOKED_INTO =
            Set.of("properties", "required", "items", "enum");

    private final String event;
    private final List<Breach> breaches = new ArrayList<>();

    private SchemaCompatibility(String event) {
        this.event = event;
    }

    /** Empty where today's schema keeps every promise of the published one. */
    static List<Breach> breaches(String event, JsonNode published, JsonNode today) {
        var compatibility = new SchemaCompatibility(event);
        compatibility.compare("", published, today);
        return List.copyOf(compatibility.breaches);
    }

    /** Whether both promise the same, in whatever words. */
    static boolean promiseTheSame(JsonNode one, JsonNode other) {
        return breaches("", one, other).isEmpty() && breaches("", other, one).isEmpty();
    }

    private void compare(String field, JsonNode published, JsonNode today) {
        if (!kind(published).equals(kind(today))) {
            var detail = "was %s and is now %s".formatted(words(published), words(today));
            report(field, Breach.Kind.RETYPED, detail);
            return;
        }
        if (published.has("properties")) {
            compareProperties(field.isEmpty() ? "" : field + ".", published, today);
        }
        if (published.has("items")) {
            compare(field + "[]", published.path("items"), today.path("items"));
        }
        for (String lost : missing(published.path("enum"), today.path("enum"))) {
            report(field, Breach.Kind.VALUE_REMOVED, "lost the value " + lost);
        }
    }

    private void compareProperties(String prefix, JsonNode published, JsonNode today) {
        var before = published.path("properties");
        var now = today.path("properties");
        for (String name : before.propertyNames()) {
            if (now.has(name)) {
                compare(prefix + name, before.path(name), now.path(name));
            } else {
                report(prefix + name, Breach.Kind.REMOVED, removed(name, before, now));
            }
        }
        for (String name : missing(today.path("required"), published.path("required"))) {
            report(prefix + name, Breach.Kind.NEWLY_REQUIRED, "is now required and was not");
        }
        for (String name : missing(published.path("required"), today.path("required"))) {
            if (now.has(name)) {
                var detail = "was required and is now optional";
                report(prefix + name, Breach.Kind.NO_LONGER_REQUIRED, detail);
            }
        }
    }

    private void report(String field, Breach.Kind kind, String detail) {
        breaches.add(new Breach(event, field, kind, detail));
    }

    private static String removed(String name, JsonNode before, JsonNode now) {
        var candidates =
                now.propertyNames().stream()
                        .filter(other -> !before.has(other))
                        .filter(other -> kind(now.path(other)).equals(kind(before.path(name))))
                        .map("`%s`"::formatted)
                        .collect(joining(" or "));
        return "is gone" + (candidates.isEmpty() ? "" : " (renamed to " + candidates + "?)");
    }

    /** Every keyword but the words; of those that are looked into, only that they are there. */
    private static Map<String, String> kind(JsonNode schema) {
        var kind = new LinkedHashMap<String, String>();
        schema.properties()
                .forEach(keyword -> {
                    var name = keyword.getKey();
                    if (LOOKED_INTO.contains(name)) {
                        kind.put(name, "...");
                    } else if (!WORDS.contains(name)) {
                        kind.put(name, keyword.getValue().asString());
                    }
                });
        return kind;
    }

    private static String words(JsonNode schema) {
        return kind(schema).entrySet().stream()
                .map(keyword -> keyword.getKey() + " " + keyword.getValue())
                .collect(joining(", "));
    }

    private static Set<String> missing(JsonNode wanted, JsonNode given) {
        var missing = texts(wanted);
        missing.removeAll(texts(given));
        return missing;
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream()
                .map(JsonNode::asString)
                .collect(toCollection(LinkedHashSet::new));
    }
}
