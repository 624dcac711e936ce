package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.projection.DecodedEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Events gather between two polls, so that fewer transactions take more of them. */
class GatheringTest {

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<Long> pauses = new ArrayList<>();
    private final PartitionListener listener =
            new PartitionListener(
                    "sales_1",
                    Mockito.mock(Positions.class),
                    Duration.ZERO,
                    new Focus(Long.MAX_VALUE),
                    new DecodedEvents(),
                    Mockito.mock(PartitionListener.Sink.class),
                    _ -> Duration.ofMillis(200));

    @BeforeEach
    void listen() {
        listener.gathersBy(pauses::add);
    }

    /** The first poll after it has what was sent before, and does not know what is there by now. */
    @Test
    void what_has_gathered_in_a_pause_is_taken_before_the_next_one() {
        poll();
        poll();
        poll();
        poll();

        assertThat(pauses).containsExactly(200L, 0L, 200L, 0L);
    }

    @Test
    void where_nothing_came_for_a_while_the_next_events_begin_a_pause() {
        poll();
        listener.onIdle(consumer);
        poll();

        assertThat(pauses).containsExactly(200L, 0L, 200L);
    }

    private void poll() {
        listener.onMessage(ConsumerRecords.empty(), null, consumer);
    }
}
