package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BulkLimitsTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final long begun = System.nanoTime();
    private boolean readers;
    private final BulkLimits limits = new BulkLimits(800, LONG, () -> readers);

    @Test
    void all_threads_share_the_bytes() {
        limits.enter();
        assertThat(isFull(799)).isFalse();
        assertThat(isFull(800)).isTrue();

        limits.enter();
        assertThat(isFull(399)).isFalse();
        assertThat(isFull(400)).isTrue();

        limits.leave();
        assertThat(isFull(400)).isFalse();
    }

    @Test
    void while_there_are_readers_a_write_is_an_eighth_of_that() {
        limits.enter();
        readers = true;

        assertThat(isFull(99)).isFalse();
        assertThat(isFull(100)).isTrue();
    }

    @Test
    void neither_time_nor_letters_go_on_for_ever() {
        limits.enter();

        assertThat(limits.reached(0, begun - LONG.toNanos(), 0)).isTrue();
        assertThat(limits.reached(0, begun, 1_000)).isTrue();
        assertThat(limits.reached(0, begun, 999)).isFalse();
    }

    private boolean isFull(long bytes) {
        return limits.reached(bytes, begun, 0);
    }
}
