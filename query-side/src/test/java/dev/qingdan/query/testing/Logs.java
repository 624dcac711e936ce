package dev.qingdan.query.testing;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.query.platform.projection.Recorded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Events as partitions hold them: with offsets in between that markers of transactions take up. */
public final class Logs {

    private Logs() {}

    public static Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> of(History history) {
        var log =
                new TreeMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>(
                        Comparator.comparing(TopicPartition::toString));
        history.events().forEach(recorded -> append(log, recorded));
        return log;
    }

    public static void append(
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log,
            Recorded<DomainEvent> recorded) {
        var record = Records.record(recorded, 2 * recorded.stamp().position());
        log.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()),
                        _ -> new ArrayList<>())
                .add(record);
    }
}
