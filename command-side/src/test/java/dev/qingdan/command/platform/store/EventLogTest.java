package dev.qingdan.command.platform.store;

import static dev.qingdan.command.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.command.InParallel;
import dev.qingdan.command.TestStore;
import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.RefundFailure;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.SupersededEvent.RefundFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final int WRITERS = 16;
    private static final int APPENDS = 25;

    private final TestStore store = TestStore.fresh();

    @Test
    void a_reader_by_position_misses_nothing_while_many_append_through_two_instances() {
        var instances = List.of(store, store.another());
        var writing = new AtomicInteger(WRITERS);

        var seen =
                InParallel.call(
                                WRITERS + 1,
                                i -> {
                                    if (i == WRITERS) {
                                        return readUntilDone(writing);
                                    }
                                    write("product-" + i, instances.get(i % 2));
                                    writing.decrementAndGet();
                                    return List.<Long>of();
                                })
                        .getLast();

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS * APPENDS * 2L).boxed().toList());
    }

    @Test
    void of_two_who_write_the_same_sequence_one_succeeds_and_one_is_told() {
        store.append(received("longjing-50g", 0));

        assertThatThrownBy(() ->
                        store.append(received("biluochun-50g", 0), received("longjing-50g", 0)))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(store.log().after(0, 10)).hasSize(1);
        store.append(received("biluochun-50g", 0));
        assertThat(store.log().head()).isEqualTo(2);
    }

    @Test
    void an_instance_that_dies_before_its_commit_leaves_nothing_and_blocks_nobody() {
        var transactions = store.transactions();
        assertThatThrownBy(() ->
                        transactions.executeWithoutResult(_ -> {
                            store.log().append(List.of(received("longjing-50g", 0)));
                            endOwnConnection();
                        }))
                .isInstanceOf(RuntimeException.class);

        store.another().append(received("longjing-50g", 0));

        assertThat(store.log().after(0, 10)).extracting(Positioned::position).containsExactly(1L);
    }

    @Test
    void an_event_is_read_as_it_was_written() {
        var written = received("longjing-50g", 0);
        store.append(written);

        var read =
                store.log()
                        .ofStreams(AggregateType.STOCK, List.of("longjing-50g"), 0)
                        .getFirst()
                        .event();

        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void an_event_in_an_old_form_keeps_its_bytes_and_is_loaded_as_todays() {
        var old = event(0, new RefundFailed("order-1", "refund-1", "NOT_ENOUGH", Instant.EPOCH));
        store.append(old);

        var read = store.log().ofStreams(AggregateType.ORDER, List.of("order-1"), 0).getFirst();

        assertThat(read.event().payload()).isEqualTo(old.payload());
        assertThat(StoredMessage.of(read).getPayload())
                .isEqualTo(
                        new RefundGivenUp(
                                "order-1",
                                "refund-1",
                                new RefundFailure(RefundFailure.Stage.REFUSED, "NOT_ENOUGH"),
                                Instant.EPOCH));
    }

    private void write(String product, TestStore instance) {
        for (int i = 0; i < APPENDS; i++) {
            instance.append(received(product, 2L * i), received(product, 2L * i + 1));
        }
    }

    private List<Long> readUntilDone(AtomicInteger writing) {
        var seen = new ArrayList<Long>();
        boolean more = true;
        while (more) {
            boolean allWritten = writing.get() == 0;
            var batch = store.log().after(seen.isEmpty() ? 0 : seen.getLast(), 50);
            batch.forEach(event -> seen.add(event.position()));
            more = !allWritten || !batch.isEmpty();
        }
        return seen;
    }

    /** As PostgreSQL sees it, the process is gone. */
    private void endOwnConnection() {
        store.jdbc().sql("select pg_terminate_backend(pg_backend_pid())").query().singleRow();
    }

    private static StoredEvent received(String sku, long sequence) {
        return event(sequence, new StockReceived(sku, 1, "delivery"));
    }
}
