package dev.qingdan.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Every version of every schema that readers were ever promised, oldest first: {@code
 * published/<event type>/<version>.json}. Versions are only added, with {@code -Dschemas=publish}.
 */
record PublishedSchemas(Path folder) {

    /** Events that were published and whose record is gone. */
    List<String> withoutRecord() throws IOException {
        try (var types = Files.list(folder)) {
            return types.map(type -> type.getFileName().toString())
                    .filter(type -> EventType.named(type).isEmpty())
                    .sorted()
                    .toList();
        }
    }

    private List<JsonNode> versionsOf(String type) throws IOException {
        var versions = new ArrayList<JsonNode>();
        for (int version = 1; Files.exists(file(type, version).path()); version++) {
            versions.add(file(type, version).read());
        }
        return versions;
    }

    /** Held against each version, not only the last: a reader may be as old as any. */
    List<Breach> breaches(String type, JsonNode today) throws IOException {
        var breaches = new ArrayList<Breach>();
        for (JsonNode published : versionsOf(type)) {
            breaches.addAll(SchemaCompatibility.breaches(type, published, today));
        }
        return breaches;
    }

    /** Whether today's schema promises other things than the last version. */
    boolean isNews(String type, JsonNode today) throws IOException {
        var versions = versionsOf(type);
        return versions.isEmpty() || !SchemaCompatibility.promiseTheSame(versions.getLast(), today);
    }

    void add(String type, JsonNode schema) throws IOException {
        file(type, versionsOf(type).size() + 1).write(schema);
    }

    private GeneratedFile file(String type, int version) {
        return new GeneratedFile(folder.resolve(type).resolve(version + ".json"));
    }
}
