package dev.qingdan.command.platform.store;

import static dev.qingdan.command.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.TestStore;
import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.StockEvent.StockReserved;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final TestStore store = TestStore.fresh();
    private final RecentEvents recent = new RecentEvents(store.log());

    @Test
    void what_was_just_committed_is_not_asked_from_the_store() {
        recent.add(at(1, 2, 3));

        assertThat(positions(recent.after(1, 10))).containsExactly(2L, 3L);
        assertThat(positions(recent.after(1, 1))).containsExactly(2L);
    }

    @Test
    void what_somebody_else_appended_in_between_is_read_from_the_store() {
        inTheStore(3);
        recent.add(at(1));
        recent.add(at(3));

        assertThat(positions(recent.after(0, 10))).containsExactly(1L, 2L, 3L);
        assertThat(positions(recent.after(1, 10))).containsExactly(2L, 3L);
    }

    @Test
    void whoever_is_far_behind_reads_the_store() {
        inTheStore(2);
        recent.add(at(3));

        assertThat(positions(recent.after(0, 10))).containsExactly(1L, 2L);
    }

    @Test
    void what_comes_after_the_last_one_is_looked_for_in_the_store() {
        inTheStore(2);
        recent.add(at(1));

        assertThat(positions(recent.after(1, 10))).containsExactly(2L);
    }

    @Test
    void only_so_many_are_held() {
        inTheStore(1);
        recent.add(at(LongStream.rangeClosed(1, 1_001).toArray()));

        assertThat(positions(recent.after(0, 10))).containsExactly(1L);
        assertThat(recent.after(1, 10_000)).hasSize(1_000);
    }

    @Test
    void a_reader_does_not_rest_before_something_it_was_not_told_of() {
        recent.pursue();
        recent.add(at(1, 2));

        assertThat(recent.rest(1)).isFalse();
        assertThat(recent.rest(2)).isTrue();
    }

    private void inTheStore(int events) {
        for (int i = 0; i < events; i++) {
            store.append(reserved(i));
        }
    }

    private static List<Positioned> at(long... positions) {
        return LongStream.of(positions)
                .mapToObj(position -> new Positioned(position, reserved(position - 1)))
                .toList();
    }

    private static StoredEvent reserved(long sequence) {
        return event(sequence, new StockReserved("longjing-50g", "order", 1));
    }

    private static List<Long> positions(List<Positioned> events) {
        return events.stream().map(Positioned::position).toList();
    }
}
