package dev.qingdan.infra.traffic.audit;

import static dev.qingdan.infra.traffic.audit.Story.NOON;
import static dev.qingdan.infra.traffic.audit.Story.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import dev.qingdan.infra.traffic.audit.ViewAudit.Reached;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewAuditTest {

    private static final Views.Stock TEA = new Views.Stock(1, 5, 2);
    private static final Views.Order PAID = new Views.Order(1, "PAID", 200, 0, 200);

    private final Books books =
            new Story()
                    .then(new StockReceived("tea", 5, "van-1"))
                    .then(placed("o1", "m1", 2), new StockReserved("tea", "o1", 2))
                    .then(new OrderPaid("o1", "p1", 200, NOON))
                    .books();

    @Test
    void a_view_that_has_seen_everything_differs_in_nothing() {
        assertThat(differences(Map.of("o1", PAID), Map.of("tea", TEA))).isEmpty();
    }

    @Test
    void a_view_may_have_run_ahead_of_the_moment_that_was_to_be_reached() {
        var earlier = new Reached(Map.of("o1", 1), Map.of());
        var awaiting = new Views.Order(0, "AWAITING_PAYMENT", 200, 0, 200);
        var audit = new ViewAudit(books);
        assertThat(audit.differences(Map.of("o1", awaiting), Map.of(), earlier)).isEmpty();
        assertThat(audit.differences(Map.of("o1", PAID), Map.of(), earlier)).isEmpty();
    }

    @Test
    void an_order_that_is_not_shown_is_found() {
        assertThat(differences(Map.of(), Map.of("tea", TEA)))
                .containsExactly(new Difference("order o1", "is not in the view"));
    }

    @Test
    void an_order_shown_from_yesterday_is_found() {
        var stale = new Views.Order(0, "AWAITING_PAYMENT", 200, 0, 200);
        assertThat(differences(Map.of("o1", stale), Map.of("tea", TEA)))
                .containsExactly(new Difference("order o1", "shows version 0 of 1"));
    }

    @Test
    void an_order_in_another_state_or_for_another_sum_is_found() {
        var cancelled = new Views.Order(1, "CANCELLED", 200, 0, 200);
        var cheaper = new Views.Order(1, "PAID", 199, 0, 199);
        assertThat(differences(Map.of("o1", cancelled), Map.of("tea", TEA))).hasSize(1);
        assertThat(differences(Map.of("o1", cheaper), Map.of("tea", TEA))).hasSize(1);
    }

    @Test
    void an_order_that_the_store_never_had_is_found() {
        assertThat(differences(Map.of("o1", PAID, "o2", PAID), Map.of("tea", TEA)))
                .containsExactly(new Difference("order o2", "is not in the store as version 1"));
    }

    @Test
    void a_miscounted_shelf_is_found() {
        var miscounted = new Views.Stock(1, 5, 1);
        assertThat(differences(Map.of("o1", PAID), Map.of("tea", miscounted)))
                .extracting(Difference::about)
                .containsExactly("stock tea");
    }

    private List<Difference> differences(
            Map<String, Views.Order> orders, Map<String, Views.Stock> stock) {
        return new ViewAudit(books).differences(orders, stock, Reached.by(books));
    }
}
