package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.EventStamp;
import java.time.Instant;
import java.util.HashSet;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClaimTest {

    @Test
    void an_event_is_new_behind_the_last_position_that_was_ever_read() {
        var claim = new Claim(new TopicPartition("orders", 0), 1, 40, 7, new HashSet<>());

        assertThat(claim.isNew(at(8))).isTrue();
        assertThat(claim.isNew(at(7))).isFalse();
        assertThat(claim.isNew(null)).isFalse();
    }

    private static EventStamp at(long position) {
        return new EventStamp("OrderPlaced", 0, position, Instant.EPOCH);
    }
}
