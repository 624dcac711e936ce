package dev.qingdan.query.platform.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventEnvelope;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.RefundFailure;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class IncomingTest {

    private static final String OLD_BYTES =
            """
            {"orderId":"o","refundId":"r","reason":"CLOSED","failedAt":"2026-03-01T04:01:35Z"}\
            """;

    @Test
    void an_event_in_an_old_form_is_folded_in_todays() {
        var incoming = Incoming.of(record("shop.order.RefundFailed", OLD_BYTES));

        assertThat(incoming.failure()).isNull();
        assertThat(requireNonNull(incoming.recorded()).event())
                .isEqualTo(
                        new RefundGivenUp(
                                "o",
                                "r",
                                new RefundFailure(RefundFailure.Stage.CLOSED, "CLOSED"),
                                Instant.parse("2026-03-01T04:01:35Z")));
    }

    @Test
    void an_event_is_decoded_once_for_all_who_read_it() {
        var shared = new DecodedEvents();

        var first = event(record("shop.order.RefundFailed", OLD_BYTES), shared);
        var second = event(record("shop.order.RefundFailed", OLD_BYTES), shared);

        assertThat(second).isSameAs(first);
    }

    @Test
    void where_a_topic_was_made_anew_another_event_may_be_in_the_same_place() {
        var shared = new DecodedEvents();
        var other = OLD_BYTES.replace("\"r\"", "\"s\"");

        event(record("shop.order.RefundFailed", OLD_BYTES), shared);

        assertThat(event(record("shop.order.RefundFailed", other), shared))
                .extracting("refundId")
                .isEqualTo("s");
        assertThat(event(record("shop.order.RefundRejected", other), shared))
                .isInstanceOf(RefundRejected.class);
    }

    private static DomainEvent event(ConsumerRecord<String, byte[]> record, DecodedEvents shared) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var incoming = Incoming.of(record, partition, shared);
        return requireNonNull(incoming.recorded(), () -> "" + incoming.failure()).event();
    }

    private static ConsumerRecord<String, byte[]> record(String type, String json) {
        var envelope = new EventEnvelope("e", type, "o", 3, 4711, Instant.EPOCH, null, null, null);
        var sent = CloudEvents.record("shop.order.v1", envelope, json.getBytes(UTF_8), "http://s");
        var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
