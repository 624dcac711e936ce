package dev.qingdan.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
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
        var partition = new TopicPartition(topic, 0);
        var last = LastRecord.of(connection, List.of(partition)).get(partition);
        return last == null ? 0 : Long.parseLong(new String(last.value(), UTF_8));
    }
}
