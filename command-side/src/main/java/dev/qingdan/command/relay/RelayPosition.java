package dev.qingdan.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The last position that was committed to Kafka together with the events up to it.
 *
 * @param position of the last event of all
 * @param ends of the last event in each partition that has any; empty where nobody wrote that down,
 *     as in a record that an operator made
 */
record RelayPosition(long position, Map<TopicPartition, Long> ends) {

    static final String KEY = "position";

    static final RelayPosition NOTHING_SENT = new RelayPosition(0, Map.of());

    RelayPosition {
        ends = Map.copyOf(ends);
    }

    static RelayPosition read(Map<String, Object> connection, String topic) {
        var partition = new TopicPartition(topic, 0);
        var last = LastRecord.of(connection, List.of(partition)).get(partition);
        return last == null ? NOTHING_SENT : parse(new String(last.value(), UTF_8));
    }

    /** As {@code 4711 shop.order.v1-0=4708 shop.stock.v1-3=4711}. */
    byte[] write() {
        var words =
                ends.entrySet().stream()
                        .map(end -> " " + end.getKey() + "=" + end.getValue())
                        .collect(joining());
        return (position + words).getBytes(UTF_8);
    }

    static RelayPosition parse(String text) {
        var words = text.strip().split(" ");
        return new RelayPosition(
                Long.parseLong(words[0]),
                Arrays.stream(words)
                        .skip(1)
                        .map(end -> end.split("="))
                        .collect(toMap(end -> partition(end[0]), end -> Long.parseLong(end[1]))));
    }

    private static TopicPartition partition(String name) {
        int dash = name.lastIndexOf('-');
        return new TopicPartition(
                name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
    }
}
