package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static final String ORDER = "0195500a-7000-7000-8000-000000000003";
    private static final EventEnvelope ENVELOPE =
            new EventEnvelope(
                    "0195500a-7000-7000-8000-00000000000a",
                    "shop.order.OrderPaid",
                    ORDER,
                    1,
                    4711,
                    Instant.parse("2026-03-01T04:01:00.250Z"),
                    "request-1",
                    "command-1",
                    null);

    @Test
    void a_record_carries_every_header_of_the_contract() {
        var record = sent();

        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("shop.order.OrderPaid");
        assertThat(header(record, "ce_subject")).isEqualTo(ORDER);
        assertThat(header(record, "ce_sequence")).isEqualTo("1");
        assertThat(header(record, "ce_position")).isEqualTo("4711");
        assertThat(header(record, "ce_partitionkey")).isEqualTo(ORDER);
        assertThat(header(record, "ce_dataschema"))
                .isEqualTo("https://shop.example/schemas/shop.order.OrderPaid.json");
        assertThat(record.headers().lastHeader("ce_traceparent")).isNull();
        assertThat(record.key()).isEqualTo(ORDER);
    }

    @Test
    void the_envelope_survives_the_journey() {
        assertThat(CloudEvents.envelope(received(sent()))).isEqualTo(ENVELOPE);
    }

    @Test
    void headers_are_found_wherever_a_producer_puts_them() {
        var record = received(sent());
        var headers = record.headers().toArray();
        for (Header header : headers) {
            record.headers().remove(header.key());
        }
        for (int i = headers.length - 1; i >= 0; i--) {
            record.headers().add(headers[i]);
        }

        assertThat(CloudEvents.envelope(record)).isEqualTo(ENVELOPE);
        assertThat(CloudEvents.stamp(record))
                .isEqualTo(
                        new EventStamp(
                                ENVELOPE.type(),
                                ENVELOPE.sequence(),
                                ENVELOPE.position(),
                                ENVELOPE.time()));
    }

    @Test
    void a_header_that_is_missing_is_not_mistaken_for_its_neighbour() {
        var record = received(sent());
        record.headers().remove("ce_sequence");

        assertThatThrownBy(() -> CloudEvents.stamp(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ce_sequence");
    }

    @Test
    void the_public_cloudevents_sdk_reads_our_records() {
        var event = KafkaMessageFactory.createReader(received(sent())).toEvent();

        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(ENVELOPE.id());
        assertThat(event.getSource()).isEqualTo(URI.create("urn:qingdan:command-side"));
        assertThat(event.getType()).isEqualTo(ENVELOPE.type());
        assertThat(event.getSubject()).isEqualTo(ORDER);
        assertThat(event.getTime()).isEqualTo(ENVELOPE.time().atOffset(ZoneOffset.UTC));
        assertThat(event.getDataSchema())
                .isEqualTo(URI.create("https://shop.example/schemas/shop.order.OrderPaid.json"));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtensionNames())
                .containsExactlyInAnyOrder(
                        "sequence", "position", "partitionkey", "correlationid", "causationid");
        assertThat(event.getExtension("sequence")).isEqualTo("1");
    }

    @Test
    void a_record_without_its_headers_is_refused_by_name() {
        var foreign = new ConsumerRecord<>("shop.order.v1", 0, 0, ORDER, "{}".getBytes(UTF_8));

        assertThatThrownBy(() -> CloudEvents.envelope(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ce_id");
    }

    @Test
    void an_aggregate_goes_where_any_kafka_client_would_put_its_key() {
        for (String key : new String[] {ORDER, "oolong-50g", "乌龙"}) {
            assertThat(Topic.partitionOf(key))
                    .isEqualTo(
                            BuiltInPartitioner.partitionForKey(
                                    key.getBytes(UTF_8), Topic.PARTITIONS));
        }
    }

    private static ProducerRecord<String, byte[]> sent() {
        return CloudEvents.record(
                Topic.ORDER.topicName(),
                ENVELOPE,
                "{}".getBytes(UTF_8),
                "https://shop.example/schemas");
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                sent.partition(),
                0,
                sent.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
