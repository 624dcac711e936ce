package dev.qingdan.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The last position that was committed to Kafka together with the events up to it. */
final class RelayPosition {

    static final String KEY = "position";

    private RelayPosition() {}

    static byte[] write(long position) {
        return Long.toString(position).getBytes(UTF_8);
    }

    /** 0 where nothing was ever sent. */
    static long read(Map<String, Object> connection, String topic) {
        try (var reader = LastRecord.reader(connection)) {
            return LastRecord.of(reader, new TopicPartition(topic, 0))
                    .map(record -> Long.parseLong(new String(record.value(), UTF_8)))
                    .orElse(0L);
        }
    }
}
