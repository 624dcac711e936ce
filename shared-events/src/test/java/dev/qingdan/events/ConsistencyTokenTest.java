package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTokenTest {

    @Test
    void a_token_reads_back_what_it_says() {
        var token =
                ConsistencyToken.NOTHING
                        .with(Topic.ORDER, "order-1", 123_456)
                        .with(Topic.STOCK, "tea", 123_457);

        assertThat(ConsistencyToken.parse(token.toString())).isEqualTo(token);
    }

    @Test
    void the_later_write_to_a_partition_covers_the_earlier() {
        var later = ConsistencyToken.NOTHING.with(Topic.ORDER, "order-1", 9);
        var earlier = ConsistencyToken.NOTHING.with(Topic.ORDER, "order-1", 5);

        assertThat(later.and(earlier)).isEqualTo(later);
        assertThat(earlier.and(later).positions())
                .isEqualTo(
                        Map.of(
                                new ConsistencyToken.Place(
                                        Topic.ORDER, Topic.partitionOf("order-1")),
                                9L));
    }

    @Test
    void a_token_over_all_partitions_still_fits_a_header() {
        var token = ConsistencyToken.NOTHING;
        for (int i = 0; i < 10_000; i++) {
            for (Topic topic : Topic.values()) {
                token = token.with(topic, "id-" + i, 1_000_000_000L + i);
            }
        }

        assertThat(token.positions()).hasSize(Topic.values().length * Topic.PARTITIONS);
        assertThat(token.toString()).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2.o1-1", "v1.", "v1.x1-1", "v1.o1", "v1.o1--1", "v1.o99999-1"})
    void nonsense_is_refused(String text) {
        assertThatThrownBy(() -> ConsistencyToken.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
