package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FocusTest {

    private static final TopicPartition SHORT = new TopicPartition("t", 0);
    private static final TopicPartition LONG = new TopicPartition("t", 1);
    private static final TopicPartition DONE = new TopicPartition("t", 2);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Focus focus = new Focus(10);

    @BeforeEach
    void assign() {
        consumer.assign(List.of(SHORT, LONG, DONE));
        consumer.updateBeginningOffsets(Map.of(SHORT, 0L, LONG, 0L, DONE, 0L));
        consumer.updateEndOffsets(Map.of(SHORT, 100L, LONG, 1_000L, DONE, 5L));
        consumer.seekToBeginning(consumer.assignment());
        focus.adjust(consumer);
    }

    @Test
    void the_partition_with_most_to_read_goes_first() {
        assertThat(consumer.paused()).containsExactlyInAnyOrder(SHORT, DONE);
    }

    @Test
    void it_is_read_on_even_if_another_has_more_by_now() {
        consumer.seek(LONG, 950);
        focus.adjust(consumer);

        assertThat(consumer.paused()).containsExactlyInAnyOrder(SHORT, DONE);
    }

    @Test
    void the_next_follows_when_little_is_left() {
        consumer.seek(LONG, 995);
        focus.adjust(consumer);

        assertThat(consumer.paused()).containsExactlyInAnyOrder(LONG, DONE);
    }

    @Test
    void when_little_is_left_anywhere_all_are_read() {
        consumer.seek(LONG, 995);
        consumer.seek(SHORT, 95);
        focus.adjust(consumer);

        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void partitions_that_change_hands_are_all_read_at_first() {
        focus.release(consumer);

        assertThat(consumer.paused()).isEmpty();
    }
}
