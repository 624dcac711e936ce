package dev.qingdan.command.platform.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.TestStore;
import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class BuiltOnWhatFailedTest extends OrderingTest {

    @Autowired private WorkingSet workingSet;
    @Autowired private EventLog log;
    @Autowired private TransactionTemplate transactions;

    private record Placing(CompletableFuture<Reply> first, CompletableFuture<Reply> second) {}

    /** Both orders are decided here, then another instance is first with most of the stock. */
    @Test
    void an_order_does_not_pass_for_having_been_decided_on_another_instance_s_event() {
        var li = newMember();
        var shop = openShop();
        var tea = offer(shop, 100, 10);

        var placing =
                requireNonNull(
                        transactions.execute(_ -> {
                            jdbc().sql(EventLog.APPEND_LOCK).query().singleRow();
                            var first = order(li, shop, tea, 1);
                            var second = order(li, shop, tea, 2);
                            log.append(
                                    List.of(
                                            TestStore.event(
                                                    1, new StockReserved(tea, "elsewhere", 9))));
                            return new Placing(first, second);
                        }));

        assertThat(placing.first().join().code()).isEqualTo("stock.out-of-stock");
        assertThat(placing.second().join().code()).isEqualTo("stock.out-of-stock");
        assertThat(eventsOf(tea)).endsWith("StockReceived", "StockReserved");
    }

    /** This instance knows where the product's events end, for it alone has written until then. */
    @Test
    void an_order_does_not_go_by_a_price_that_another_instance_has_changed() {
        var li = newMember();
        var shop = openShop();
        var tea = offer(shop, 100, 10);
        buyer(li).post("/api/v1/orders", order(shop, tea, 1));
        buyer(li).post("/api/v1/orders", order(shop, tea, 1));

        changeElsewhere(tea, 130);

        var order = buyer(li).post("/api/v1/orders", order(shop, tea, 1));

        assertThat(order.json().path("total").asLong()).isEqualTo(130);
    }

    /** It has forgotten where the product's events end, but not the product. */
    @Test
    void an_order_does_not_go_by_a_price_that_changed_before_this_instance_was_alone_again() {
        var li = newMember();
        var shop = openShop();
        var tea = offer(shop, 100, 10);
        var cake = offer(shop, 300, 30);
        buyer(li).post("/api/v1/orders", order(shop, tea, 1));
        changeElsewhere(tea, 130);
        for (int i = 0; i < 25; i++) {
            place(li, shop, cake, 1);
        }

        var order = buyer(li).post("/api/v1/orders", order(shop, tea, 1));

        assertThat(order.json().path("total").asLong()).isEqualTo(130);
    }

    /** A refusal appends nothing that could meet what another instance has appended. */
    @Test
    void an_order_is_not_refused_for_want_of_what_another_instance_has_received() {
        var li = newMember();
        var shop = openShop();
        var tea = offer(shop, 100, 30);
        for (int i = 0; i < 30; i++) {
            place(li, shop, tea, 1);
        }
        var stock = new StreamId(AggregateType.STOCK, tea);
        var known = workingSet.load(requireNonNull(workingSet.kind(stock.type())), stock);
        var received = new StockReceived(tea, 1, "D-2");
        transactions.execute(
                _ -> log.append(List.of(TestStore.event(known.sequence() + 1, received))));

        place(li, shop, tea, 1);
    }

    private void changeElsewhere(String sku, long price) {
        var product = new StreamId(AggregateType.PRODUCT, sku);
        var known = workingSet.load(requireNonNull(workingSet.kind(product.type())), product);
        var changed = new PriceChanged(sku, 100, price);
        transactions.execute(
                _ -> log.append(List.of(TestStore.event(known.sequence() + 1, changed))));
    }

    /** Waits until it is decided, not until it is written. */
    private CompletableFuture<Reply> order(String member, String shop, String sku, long left) {
        var reply =
                CompletableFuture.supplyAsync(
                        () -> buyer(member).post("/api/v1/orders", order(shop, sku, 4)));
        var stream = new StreamId(AggregateType.STOCK, sku);
        var kind = requireNonNull(workingSet.kind(AggregateType.STOCK));
        await().until(() -> workingSet.load(kind, stream).sequence() == left);
        return reply;
    }
}
