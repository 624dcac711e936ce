package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 * 1.0, Kafka binding, binary content mode</a>, with the extensions {@code sequence}, {@code
 * position}, {@code correlationid}, {@code causationid}, {@code partitionkey} and {@code
 * traceparent}.
 */
public final class CloudEvents {

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] SOURCE = "urn:qingdan:command-side".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    /** By type, and those by where the schemas are: as few as there are kinds of event. */
    private static final Map<String, Map<String, TypeTexts>> TYPES = new ConcurrentHashMap<>();

    private CloudEvents() {}

    /** What each event of a type says in the same bytes. */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
    private record TypeTexts(byte[] name, byte[] schema) {

        static TypeTexts of(String type, String schemaBase) {
            return TYPES.computeIfAbsent(schemaBase, _ -> new ConcurrentHashMap<>())
                    .computeIfAbsent(
                            type,
                            _ ->
                                    new TypeTexts(
                                            type.getBytes(UTF_8),
                                            (schemaBase + "/" + type + ".json").getBytes(UTF_8)));
        }
    }

    /**
     * The record to send.
     *
     * @param topicName where to; usually {@code event's topic.topicName()}
     * @param schemaBase address below which each event type's JSON Schema is published, no slash at
     *     its end
     * @param payload the event as {@link EventJson} wrote it, passed on byte for byte
     */
    public static ProducerRecord<String, byte[]> record(
            String topicName, EventEnvelope envelope, byte[] payload, String schemaBase) {
        var record =
                new ProducerRecord<>(
                        topicName,
                        Topic.partitionOf(envelope.aggregateId()),
                        envelope.time().toEpochMilli(),
                        envelope.aggregateId(),
                        payload);
        var type = TypeTexts.of(envelope.type(), schemaBase);
        var aggregateId = envelope.aggregateId().getBytes(UTF_8);
        var headers = record.headers();
        headers.add("content-type", JSON);
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_source", SOURCE);
        add(headers, "ce_id", envelope.id());
        headers.add("ce_type", type.name());
        headers.add("ce_subject", aggregateId);
        add(headers, "ce_time", Moments.format(envelope.time()));
        headers.add("ce_dataschema", type.schema());
        add(headers, "ce_sequence", Long.toString(envelope.sequence()));
        add(headers, "ce_position", Long.toString(envelope.position()));
        headers.add("ce_partitionkey", aggregateId);
        add(headers, "ce_correlationid", envelope.correlationId());
        add(headers, "ce_causationid", envelope.causationId());
        add(headers, "ce_traceparent", envelope.traceparent());
        return record;
    }

    /**
     * What the headers of a received record say.
     *
     * @throws IllegalArgumentException where a header is missing or is not what it should be
     */
    public static EventEnvelope envelope(ConsumerRecord<String, byte[]> record) {
        return new ReceivedHeaders(record.headers()).envelope();
    }

    /**
     * What folding a received record takes of its headers.
     *
     * @throws IllegalArgumentException where one of those is missing or is not what it should be
     */
    public static EventStamp stamp(ConsumerRecord<String, byte[]> record) {
        return new ReceivedHeaders(record.headers()).stamp();
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
