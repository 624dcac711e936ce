package dev.qingdan.events;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A validator that is not ours, strict about formats, and never on the network. */
final class JsonSchemaCheck {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private final Schema schema;

    private JsonSchemaCheck(Schema schema) {
        this.schema = schema;
    }

    /** By a schema that was fetched from that address. */
    static JsonSchemaCheck by(String address, JsonNode schema) {
        return new JsonSchemaCheck(REGISTRY.getSchema(SchemaLocation.of(address), schema));
    }

    /** By the schema of all schemas. */
    static JsonSchemaCheck byMetaSchema() {
        var address = SpecificationVersion.DRAFT_2020_12.getDialectId();
        return new JsonSchemaCheck(REGISTRY.getSchema(SchemaLocation.of(address)));
    }

    List<String> complaints(JsonNode json) {
        return schema.validate(json).stream().map(Error::toString).toList();
    }
}
