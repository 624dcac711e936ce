package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final ReentrantLock turn = new ReentrantLock();
    private final List<Duration> rests = new ArrayList<>();
    private boolean readers = true;
    private long now;
    private final Throttle throttle =
            new Throttle(() -> readers, 0.25, turn, () -> now, rests::add);

    @Test
    void it_rests_for_as_long_as_the_share_says() {
        work(Duration.ofMillis(20));
        work(Duration.ofMillis(40));

        assertThat(rests).containsExactly(Duration.ofMillis(60), Duration.ofMillis(120));
    }

    @Test
    void it_does_not_rest_while_nobody_reads() {
        readers = false;
        work(Duration.ofMillis(20));

        assertThat(rests).isEmpty();
    }

    @Test
    void it_never_rests_for_long() {
        work(Duration.ofMinutes(1));

        assertThat(rests).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void with_readers_one_thread_works_at_a_time() {
        var held = new ArrayList<Boolean>();
        throttle.work(() -> held.add(turn.isHeldByCurrentThread()));
        readers = false;
        throttle.work(() -> held.add(turn.isHeldByCurrentThread()));

        assertThat(held).containsExactly(true, false);
        assertThat(turn.isLocked()).isFalse();
    }

    private void work(Duration time) {
        throttle.work(() -> now += time.toNanos());
    }
}
