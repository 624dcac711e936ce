package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.EventStamp;
import dev.qingdan.query.platform.projection.Incoming;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class HeldEventsTest {

    private static final int LARGER_THAN_A_BUFFER = 3 * 1024 * 1024;

    private final HeldEvents held = new HeldEvents();

    @Test
    void events_come_back_as_they_were_by_aggregate_in_their_order() {
        var a0 = event("a", 0, "placed");
        var b0 = event("b", 0, "");
        var a1 = event("a", 1, "x".repeat(LARGER_THAN_A_BUFFER));
        var c0 = event("c", 0, "\u8f7b\u5355");
        var a2 = event("a", 2, "paid");
        List.of(a0, b0, a1, c0, a2).forEach(held::add);

        assertSame(held.take(1), List.of(a0, a1, a2));
        assertSame(held.take(9), List.of(b0, c0));
        assertThat(held.isEmpty()).isTrue();
    }

    @Test
    void its_room_is_used_again() {
        for (int round = 0; round < 3; round++) {
            var events =
                    List.of(event("a", round, "x".repeat(700_000)), event("b", round, "y" + round));
            events.forEach(held::add);
            assertSame(held.take(2), events);
            held.clear();
        }
        held.add(event("a", 7, "left"));
        held.release();

        assertThat(held.take(1)).isEmpty();
    }

    private static Incoming event(String key, long sequence, String payload) {
        return Incoming.of(
                new ConsumerRecord<>("topic", 3, 70 + sequence, key, payload.getBytes(UTF_8)),
                new EventStamp(
                        "type-" + sequence,
                        sequence,
                        1_000 + sequence,
                        Instant.parse("2026-03-01T04:01:35.123456789Z")));
    }

    private static void assertSame(List<Incoming> actual, List<Incoming> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            var found = actual.get(i);
            var original = expected.get(i);
            assertThat(found.stamp()).isEqualTo(original.stamp());
            assertThat(found.partition()).isEqualTo(original.partition());
            assertThat(found.aggregateId()).isEqualTo(original.aggregateId());
            assertThat(found.record().offset()).isEqualTo(original.record().offset());
            assertThat(found.record().value()).isEqualTo(original.record().value());
        }
    }
}
