package dev.qingdan.infra.e2e;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas as anybody gets them: from the address that each event carries, each fetched once.
 */
final class PublishedSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private final Map<String, Schema> byAddress = new HashMap<>();

    /** What an event's schema has against its payload. */
    List<String> complaints(Kcat.Message message) {
        var schema = byAddress.computeIfAbsent(message.header("ce_dataschema"), this::fetch);
        return schema.validate(JSON.readTree(message.payload())).stream()
                .map(Error::toString)
                .map(complaint -> message.header("ce_type") + " " + complaint)
                .toList();
    }

    private Schema fetch(String address) {
        try (var in = URI.create(address).toURL().openStream()) {
            return REGISTRY.getSchema(SchemaLocation.of(address), JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(address + " is no schema's address", e);
        }
    }
}
