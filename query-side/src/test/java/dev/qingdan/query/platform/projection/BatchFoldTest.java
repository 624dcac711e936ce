package dev.qingdan.query.platform.projection;

import static dev.qingdan.query.testing.Orders.PAYABLE;
import static dev.qingdan.query.testing.Orders.SHOP;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static dev.qingdan.query.testing.Samples.LIVES;
import static dev.qingdan.query.testing.Samples.TAKINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.query.platform.projection.BatchFold.Letter;
import dev.qingdan.query.platform.projection.BatchFold.Sequence;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Records;
import dev.qingdan.query.testing.Samples;
import dev.qingdan.query.testing.Samples.OrderLife;
import dev.qingdan.query.testing.Samples.Takings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchFoldTest {

    private static List<Incoming> incoming(DomainEvent... events) {
        return History.of(events).events().stream().map(Records::incoming).toList();
    }

    private static BatchFold fold(List<Incoming> batch) {
        return new BatchFold(new Samples().tables(), Map.of(), Set.of()).fold(batch);
    }

    private static Map<String, Row> lives(BatchFold fold) {
        return fold.changed().getOrDefault(LIVES, Map.of());
    }

    @Test
    void many_events_of_one_order_become_one_row() {
        assertThat(lives(fold(incoming(placed("o"), paid("o")))))
                .containsExactly(Map.entry("o", new OrderLife("o", "OrderPlaced OrderPaid", 1)));
    }

    @Test
    void the_fold_goes_on_from_the_row_that_is_there() {
        var row = new OrderLife("o", "OrderPlaced", 0);
        var batch = incoming(placed("o"), paid("o")).subList(1, 2);
        var fold =
                new BatchFold(new Samples().tables(), Map.of(LIVES, Map.of("o", row)), Set.of())
                        .fold(batch);

        assertThat(lives(fold)).containsValue(new OrderLife("o", "OrderPlaced OrderPaid", 1));
    }

    @Test
    void an_event_that_the_row_has_already_changes_nothing() {
        var row = new OrderLife("o", "OrderPlaced OrderPaid", 1);
        var fold =
                new BatchFold(new Samples().tables(), Map.of(LIVES, Map.of("o", row)), Set.of())
                        .fold(incoming(placed("o"), paid("o")));

        assertThat(lives(fold)).isEmpty();
    }

    @Test
    void an_event_that_the_row_has_already_adds_to_no_sum() {
        var row = new OrderLife("o", "OrderPlaced", 0);
        var fold =
                new BatchFold(new Samples().tables(), Map.of(LIVES, Map.of("o", row)), Set.of())
                        .fold(incoming(placed("o"), paid("o")));

        assertThat(fold.sums(TAKINGS)).containsExactly(new Takings(SHOP, 0, PAYABLE));
    }

    @Test
    void what_many_orders_add_becomes_one_sum() {
        var fold = fold(incoming(placed("a"), placed("b"), paid("b")));

        assertThat(fold.sums(TAKINGS)).containsExactly(new Takings(SHOP, 2, PAYABLE));
    }

    @Test
    void a_failing_event_parks_its_order_and_no_other() {
        var fold = fold(incoming(paid("poisoned"), placed("poisoned"), placed("healthy")));

        assertThat(lives(fold)).containsOnlyKeys("healthy");
        assertThat(fold.letters())
                .extracting(letter -> letter.event().aggregateId())
                .containsExactly("poisoned", "poisoned");
        assertThat(fold.letters().getFirst().error()).hasMessage("The order was never placed");
        assertThat(fold.letters().getLast().error()).isNull();
    }

    @Test
    void a_failing_event_adds_to_no_sum() {
        assertThat(fold(incoming(paid("poisoned"))).tallies()).isEmpty();
    }

    @Test
    void events_behind_a_parked_one_wait_in_order() {
        var batch = incoming(placed("o"), paid("o"));
        var sequence = new Sequence(batch.getFirst().partition(), "o");
        var fold = new BatchFold(new Samples().tables(), Map.of(), Set.of(sequence)).fold(batch);

        assertThat(fold.letters()).extracting(Letter::event).isEqualTo(batch);
        assertThat(lives(fold)).isEmpty();
    }

    @Test
    void an_event_type_that_nobody_knows_is_parked() {
        var known = History.of(placed("o")).events().getFirst();
        var unknown = Incoming.of(Records.ofUnknownType(Records.record(known, 0)));

        assertThat(fold(List.of(unknown)).letters().getFirst().error())
                .hasMessage("No event type is known as shop.order.OrderForwarded");
    }
}
