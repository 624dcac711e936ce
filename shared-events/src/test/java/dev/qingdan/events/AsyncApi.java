package dev.qingdan.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AsyncAPI document of what the command side publishes: a channel for each topic and a message
 * for each kind of event, with a record as {@link CloudEvents} makes it for an example.
 */
final class AsyncApi {

    private static final Path TEMPLATE = Path.of("src/test/resources/asyncapi/template.json");
    private static final String BINDING = "0.5.0";

    private final RecordDocs docs = new RecordDocs();
    private final EventSchemaGenerator generator = new EventSchemaGenerator();
    private final ObjectNode document;

    private AsyncApi(ObjectNode template) {
        document = template;
    }

    static ObjectNode document() throws IOException {
        var api = new AsyncApi((ObjectNode) new GeneratedFile(TEMPLATE).read());
        for (Topic topic : Topic.values()) {
            api.addChannel(topic);
            api.addOperation(topic);
        }
        for (DomainEvent sample : Samples.ALL) {
            api.addMessage(sample);
            api.addToChannel(EventType.of(sample));
        }
        return api.document;
    }

    private void addChannel(Topic topic) {
        var channel = document.withObject("/channels").putObject(topic.familyName());
        channel.put("address", topic.topicName());
        channel.put("description", docs.of(topic.family()));
        channel.putObject("messages");
        var binding = channel.putObject("bindings").putObject("kafka");
        binding.put("partitions", Topic.PARTITIONS);
        binding.putObject("topicConfiguration").put("retention.ms", -1);
        binding.put("bindingVersion", BINDING);
    }

    private void addOperation(Topic topic) {
        var name = "publish-" + topic.familyName();
        var operation = document.withObject("/operations").putObject(name);
        operation.put("action", "send");
        operation.set("channel", reference("/channels/" + topic.familyName()));
    }

    private void addToChannel(EventType type) {
        document.withObject("/channels/" + type.topic().familyName() + "/messages")
                .set(
                        type.payload().getSimpleName(),
                        reference("/components/messages/" + type.name()));
    }

    private void addMessage(DomainEvent sample) {
        var type = EventType.of(sample);
        var schema = generator.schemaOf(sample).without(List.of("$schema", "$id", "examples"));
        document.withObject("/components/schemas").set(type.name(), schema);

        var message = document.withObject("/components/messages").putObject(type.name());
        message.put("name", type.name());
        message.put("title", type.payload().getSimpleName());
        message.put("summary", docs.of(type.payload()));
        message.set("headers", headersOf(type));
        message.set("payload", reference("/components/schemas/" + type.name()));
        message.putObject("correlationId").put("location", "$message.header#/ce_correlationid");
        var binding = message.putObject("bindings").putObject("kafka");
        binding.set("key", keyOf(type, schema));
        binding.put("bindingVersion", BINDING);
        message.putArray("examples").add(SampleRecord.of(sample).asExample());
    }

    private static ObjectNode headersOf(EventType type) {
        var headers = JsonNodeFactory.instance.objectNode();
        var all = headers.putArray("allOf").add(reference("/components/schemas/EventHeaders"));
        all.addObject().putObject("properties").putObject("ce_type").put("const", type.name());
        return headers;
    }

    /** The aggregate's id, which every record of ours has as its first component. */
    private static ObjectNode keyOf(EventType type, ObjectNode schema) {
        var id = type.payload().getRecordComponents()[0].getName();
        return (ObjectNode) schema.path("properties").path(id);
    }

    private static ObjectNode reference(String path) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#" + path);
    }
}
