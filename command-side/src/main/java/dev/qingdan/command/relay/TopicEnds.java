package dev.qingdan.command.relay;

import static java.util.stream.Collectors.toMap;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.EventEnvelope;
import dev.qingdan.events.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The last event in every partition of some topics; those with none are not among them. */
record TopicEnds(List<End> ends) {

    /** One partition's last event. */
    record End(TopicPartition partition, EventEnvelope event) {

        private static End of(ConsumerRecord<String, byte[]> record) {
            var partition = new TopicPartition(record.topic(), record.partition());
            try {
                return new End(partition, CloudEvents.envelope(record));
            } catch (IllegalArgumentException e) {
                throw new RelayHalted(
                        "%s ends with a record that is no event of ours: %s"
                                .formatted(partition, e.getMessage()));
            }
        }
    }

    static TopicEnds read(Map<String, Object> connection, Collection<String> topics) {
        var partitions =
                topics.stream()
                        .flatMap(topic ->
                                IntStream.range(0, Topic.PARTITIONS)
                                        .mapToObj(i -> new TopicPartition(topic, i)))
                        .toList();
        return new TopicEnds(
                LastRecord.of(connection, partitions).values().stream().map(End::of).toList());
    }

    Optional<End> of(TopicPartition partition) {
        return ends.stream().filter(end -> end.partition().equals(partition)).findFirst();
    }

    Map<TopicPartition, Long> positions() {
        return ends.stream().collect(toMap(End::partition, end -> end.event().position()));
    }

    boolean isEmpty(String topic) {
        return ends.stream().noneMatch(end -> end.partition().topic().equals(topic));
    }

    /** The highest position of all; batches are whole, so everything before it is there. */
    OptionalLong position() {
        return ends.stream().mapToLong(end -> end.event().position()).max();
    }
}
