package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Problem;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Logs;
import dev.qingdan.query.testing.Orders;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One event that cannot be folded holds up its own order, and nothing else. */
class PoisonTest {

    private final EngineDatabase database = new EngineDatabase();
    private final Defective projection = new Defective();
    private final History history = new History();
    private String generation = "";

    @BeforeEach
    void create() {
        generation = database.generation(projection);
    }

    private SimulatedInstance fold() {
        var log = Logs.of(history);
        var instance = new SimulatedInstance(database, projection, generation, log);
        instance.assign(log.keySet());
        instance.pollAll();
        return instance;
    }

    /** All of it in one write, as when a generation is filled that is far behind. */
    private void foldInBulk() {
        foldInBulk(Long.MAX_VALUE);
    }

    private void foldInBulk(long bytes) {
        foldInBulk(bytes, Logs.of(history));
    }

    private void foldInBulk(
            long bytes, Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log) {
        var sink = database.bulk(projection, generation, bytes);
        var instance = new SimulatedInstance(database, generation, sink, log);
        instance.assign(log.keySet());
        instance.pollAll();
    }

    private List<DeadLetter> letters() {
        return database.deadLetters.of("samples", null, new Limit(100));
    }

    private @Nullable String life(String order) {
        return database.jdbc.queryForObject(
                "select max(events) from samples_1.order_life where order_id = ?",
                String.class,
                order);
    }

    @Test
    void a_poisoned_event_parks_its_order_and_a_thousand_others_go_on() {
        history.add(placed("poisoned"));
        for (int i = 0; i < 1_000; i++) {
            history.add(placed("order-" + i));
        }
        history.add(paid("poisoned"));
        for (int i = 0; i < 1_000; i++) {
            history.add(paid("order-" + i));
        }
        fold();

        assertThat(life("poisoned")).isEqualTo("OrderPlaced");
        assertThat(
                        database.jdbc.queryForObject(
                                "select count(*) from samples_1.order_life where version = 1",
                                Long.class))
                .isEqualTo(1_000);
        assertThat(letters()).extracting(DeadLetter::aggregateId).containsExactly("poisoned");
        assertThat(letters().getFirst().error())
                .isEqualTo("IllegalStateException: A defect of ours");
    }

    @Test
    void later_events_of_the_order_wait_behind_the_poisoned_one() {
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        history.add(Orders.accepted("poisoned"));
        fold();

        assertThat(letters()).extracting(DeadLetter::sequence).containsExactly(1L, 2L);
        assertThat(letters().getLast().error()).isNull();
    }

    @Test
    void a_retry_after_the_defect_is_mended_brings_the_order_up_to_date() {
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        history.add(Orders.accepted("poisoned"));
        fold();
        projection.mended = true;

        var outcome = database.redelivery().retry(projection, letters().getFirst());

        assertThat(outcome).isEqualTo(new Redelivery.Outcome(2, 0, null));
        assertThat(life("poisoned")).isEqualTo("OrderPlaced OrderPaid OrderAccepted");
        assertThat(letters()).isEmpty();
    }

    @Test
    void whoever_reads_the_partition_notices_that_the_order_is_parked_no_more() {
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        var instance = fold();
        projection.mended = true;
        database.redelivery().retry(projection, letters().getFirst());

        instance.append(history.add(Orders.accepted("poisoned")));
        instance.pollAll();

        assertThat(life("poisoned")).isEqualTo("OrderPlaced OrderPaid OrderAccepted");
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_retry_before_the_defect_is_mended_counts_as_an_attempt() {
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        fold();

        var outcome = database.redelivery().retry(projection, letters().getFirst());

        assertThat(outcome.remaining()).isEqualTo(1);
        assertThat(letters().getFirst().attempts()).isEqualTo(2);
    }

    @Test
    void a_discarded_event_is_on_record_and_those_behind_it_go_on() {
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        history.add(Orders.accepted("poisoned"));
        fold();

        database.redelivery().discard(projection, letters().getFirst(), "paid twice", "lin");

        assertThat(life("poisoned")).isEqualTo("OrderPlaced OrderAccepted");
        assertThat(
                        database.jdbc.queryForObject(
                                "select discarded_by || ': ' || reason from engine.discarded_letter",
                                String.class))
                .isEqualTo("lin: paid twice");
    }

    @Test
    void an_event_that_only_waits_cannot_be_discarded() {
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        history.add(Orders.accepted("poisoned"));
        fold();

        assertThatThrownBy(() ->
                        database.redelivery()
                                .discard(projection, letters().getLast(), "why not", "lin"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_value_that_the_database_refuses_parks_its_order_and_no_other() {
        history.add(placed("healthy-1"));
        history.add(placed("order-\0"));
        history.add(placed("healthy-2"));
        fold();

        assertThat(letters()).hasSize(1);
        assertThat(letters().getFirst().error()).contains("0x00");
        assertThat(life("healthy-1")).isEqualTo("OrderPlaced");
        assertThat(life("healthy-2")).isEqualTo("OrderPlaced");
    }

    @Test
    void a_poisoned_event_among_many_that_are_written_together_parks_its_order_and_no_other() {
        history.add(placed("poisoned"));
        for (int i = 0; i < 1_000; i++) {
            history.add(placed("order-" + i));
        }
        history.add(paid("poisoned"));
        history.add(Orders.accepted("poisoned"));
        foldInBulk();

        assertThat(life("poisoned")).isEqualTo("OrderPlaced");
        assertThat(letters()).extracting(DeadLetter::sequence).containsExactly(1L, 2L);
        assertThat(lives()).isEqualTo(1_001);
    }

    @Test
    void a_record_whose_headers_cannot_be_read_is_parked_out_of_many_that_are_written_together() {
        for (var order : List.of("order-1", "unreadable", "order-2")) {
            history.add(placed(order));
        }
        var log = Logs.of(history);
        log.values().stream()
                .flatMap(List::stream)
                .filter(record -> record.key().equals("unreadable"))
                .forEach(record -> record.headers().remove("ce_type"));
        foldInBulk(Long.MAX_VALUE, log);

        assertThat(letters()).extracting(DeadLetter::aggregateId).containsExactly("unreadable");
        assertThat(lives()).isEqualTo(2);
    }

    @Test
    void events_of_a_later_write_wait_behind_a_poisoned_one_of_an_earlier() {
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        for (int i = 0; i < 1_500; i++) {
            history.add(placed("order-" + i));
        }
        history.add(Orders.accepted("poisoned"));
        foldInBulk(1);

        assertThat(life("poisoned")).isEqualTo("OrderPlaced");
        assertThat(letters()).extracting(DeadLetter::sequence).containsExactly(1L, 2L);
    }

    @Test
    void a_value_that_the_database_refuses_is_found_among_many_that_are_written_together() {
        for (int i = 0; i < 300; i++) {
            history.add(placed("order-" + i));
        }
        history.add(placed("order-\0"));
        for (int i = 0; i < 300; i++) {
            history.add(paid("order-" + i));
        }
        foldInBulk();

        assertThat(letters()).hasSize(1);
        assertThat(letters().getFirst().error()).contains("0x00");
        assertThat(life("order-299")).isEqualTo("OrderPlaced OrderPaid");
        assertThat(lives()).isEqualTo(300);
    }

    @Test
    void a_row_that_should_not_be_there_parks_nobody() {
        history.add(placed("order-1"));
        history.add(placed("order-2"));
        database.jdbc.update("insert into samples_1.order_life values ('order-1', 'by hand', 7)");
        foldInBulk();

        assertThat(letters()).isEmpty();
        assertThat(life("order-1")).isEqualTo("by hand");
        assertThat(life("order-2")).isEqualTo("OrderPlaced");
    }

    private @Nullable Long lives() {
        return database.jdbc.queryForObject(
                "select count(*) from samples_1.order_life", Long.class);
    }
}
