package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RebuildTotalTest {

    private static long events(long position, @Nullable Long end, long events) {
        var state = new PartitionState("shop.order.v1", 0, position, null, null, events, null);
        return RebuildStatuses.events(state.endingAt(end));
    }

    @Test
    void a_partition_that_was_read_to_its_end_has_the_events_that_were_counted() {
        assertThat(events(200, 200L, 120)).isEqualTo(120);
    }

    @Test
    void markers_of_transactions_are_no_events_in_what_is_still_to_be_read() {
        assertThat(events(200, 300L, 100)).isEqualTo(150);
    }

    @Test
    void of_a_partition_that_nobody_has_read_every_record_may_be_an_event() {
        assertThat(events(0, 50L, 0)).isEqualTo(50);
    }

    @Test
    void while_kafka_is_away_there_are_as_many_as_are_known() {
        assertThat(events(200, null, 120)).isEqualTo(120);
    }
}
