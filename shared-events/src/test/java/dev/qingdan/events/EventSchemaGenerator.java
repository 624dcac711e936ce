package dev.qingdan.events;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of the events, derived from their records: the shape from the components, the
 * meaning from the Javadoc and the {@link Glossary}, the example from {@link Samples}. Fields that
 * a schema does not name are allowed, because readers are tolerant.
 */
final class EventSchemaGenerator {

    private final RecordDocs docs = new RecordDocs();
    private final Glossary glossary = new Glossary();
    private final SchemaGenerator generator = generator();

    /**
     * The schema of that kind of event. Its {@code $id} is relative: below whichever base it is
     * served, it names the very address in the {@code ce_dataschema} of the records.
     */
    ObjectNode schemaOf(DomainEvent sample) {
        var type = EventType.of(sample);
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("$id", type.name() + ".json");
        schema.put("title", type.payload().getSimpleName());
        schema.put("description", docs.of(type.payload()));
        if (type.successor().isPresent()) {
            schema.put("deprecated", true);
        }
        schema.setAll(generator.generateSchema(type.payload()).without("description"));
        schema.putArray("examples").add(GeneratedFile.JSON.readTree(EventJson.write(sample)));
        return schema;
    }

    /** Words of the glossary that no schema has needed so far. */
    Set<String> unusedWords() {
        return glossary.unused();
    }

    private SchemaGenerator generator() {
        var config =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.INLINE_ALL_SCHEMAS, Option.EXTRA_OPEN_API_FORMAT_VALUES)
                        .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> position(one) - position(other))
                .withDescriptionResolver(this::recordsOwnWords);
        config.forFields()
                .withRequiredCheck(field -> !isNullable(field.getRawMember()))
                .withStringFormatResolver(field -> isUuid(field.getName()) ? "uuid" : null)
                .withDescriptionResolver(this::meaning);
        return new SchemaGenerator(config.build());
    }

    private @Nullable String recordsOwnWords(TypeScope scope) {
        var type = scope.getType().getErasedType();
        return type.isRecord() ? docs.of(type) : null;
    }

    /**
     * A record, and so an item of a list, says what it is by itself: two descriptions of one field
     * would make it an intersection of two schemas.
     */
    private @Nullable String meaning(FieldScope field) {
        return field.isFakeContainerItemScope() || field.getType().getErasedType().isRecord()
                ? null
                : glossary.meaning(owner(field), field.getName());
    }

    /** Our ids are UUIDs; WeChat's transaction id is not ours. */
    private static boolean isUuid(String field) {
        return field.endsWith("Id") && !field.equals("transactionId");
    }

    private static boolean isNullable(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static int position(MemberScope<?, ?> field) {
        return Arrays.stream(owner(field).getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(field.getName());
    }

    private static Class<?> owner(MemberScope<?, ?> field) {
        return field.getDeclaringType().getErasedType();
    }
}
