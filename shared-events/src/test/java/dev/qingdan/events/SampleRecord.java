package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sample as the Kafka record that it becomes. */
record SampleRecord(String type, ProducerRecord<String, byte[]> record) {

    static SampleRecord of(DomainEvent event) {
        var type = EventType.of(event);
        var envelope =
                new EventEnvelope(
                        "0195500a-7000-7000-8000-00000000000a",
                        type.name(),
                        event.aggregateId(),
                        3,
                        4711,
                        Instant.parse("2026-03-01T04:01:00.250Z"),
                        "0195500a-7000-7000-8000-00000000000b",
                        "0195500a-7000-7000-8000-00000000000c",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var payload = EventJson.write(event);
        var record =
                CloudEvents.record(
                        type.topic().topicName(),
                        envelope,
                        payload,
                        "https://shop.example/schemas");
        return new SampleRecord(type.name(), record);
    }

    JsonNode key() {
        return JsonNodeFactory.instance.stringNode(record.key());
    }

    ObjectNode headers() {
        var headers = JsonNodeFactory.instance.objectNode();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    ObjectNode payload() {
        return (ObjectNode) GeneratedFile.JSON.readTree(record.value());
    }

    /** As a message example of AsyncAPI. */
    ObjectNode asExample() {
        var example = JsonNodeFactory.instance.objectNode();
        example.set("headers", headers());
        example.set("payload", payload());
        return example;
    }
}
