package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.qingdan.query.platform.document.Documents;
import dev.qingdan.query.platform.projection.Incoming;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be folded, or one that waits behind such an event of its aggregate.
 *
 * @param error none where it only waits
 */
record DeadLetter(
        long id,
        String generation,
        String topic,
        int partition,
        long offset,
        String aggregateId,
        @Nullable String eventType,
        @Nullable Long sequence,
        @JsonIgnore String headers,
        String payload,
        @Nullable String error,
        int attempts,
        Instant parkedAt) {

    /** The event as it came off the topic. */
    Incoming event(TopicPartition origin) {
        var record =
                new ConsumerRecord<>(
                        origin.topic(),
                        origin.partition(),
                        offset,
                        aggregateId,
                        payload.getBytes(UTF_8));
        Map<?, ?> values = Documents.read(headers, Map.class);
        values.forEach((name, value) ->
                record.headers().add((String) name, ((String) value).getBytes(UTF_8)));
        return Incoming.of(record);
    }
}
