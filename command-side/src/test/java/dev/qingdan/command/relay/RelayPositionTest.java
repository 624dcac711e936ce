package dev.qingdan.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RelayPositionTest {

    @Test
    void it_is_read_as_it_was_written() {
        var position =
                new RelayPosition(
                        4711,
                        Map.of(
                                new TopicPartition("of-a.shop.order.v1", 0),
                                4708L,
                                new TopicPartition("of-a.shop.stock.v1", 3),
                                4711L));

        assertThat(RelayPosition.parse(new String(position.write(), UTF_8))).isEqualTo(position);
    }

    @Test
    void what_a_relay_of_before_or_an_operator_wrote_says_nothing_of_the_partitions() {
        assertThat(RelayPosition.parse("4711\n")).isEqualTo(new RelayPosition(4711, Map.of()));
    }
}
