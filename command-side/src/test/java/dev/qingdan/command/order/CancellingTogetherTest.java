package dev.qingdan.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.platform.store.Holds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Unpaid orders that are cancelled in the commits of others. */
class CancellingTogetherTest extends OrderingTest {

    @Autowired private Holds holds;
    @Autowired private TransactionTemplate transactions;

    private String li = "";
    private String shop = "";
    private String tea = "";

    @BeforeEach
    void a_shop() {
        li = newMember();
        shop = openShop();
        tea = offer(shop, 100, 40);
    }

    @Test
    void many_cancellations_share_a_commit() {
        var orders = IntStream.range(0, 40).mapToObj(_ -> place(li, shop, tea, 1)).toList();

        var replies = InParallel.call(40, i -> cancel(orders.get(i), "too late"));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(releases()).hasSize(40);
        assertThat(releases().stream().distinct().count()).isLessThan(40);
    }

    @Test
    void an_order_that_somebody_holds_is_not_cancelled_meanwhile() {
        var orderId = place(li, shop, tea, 1);

        var cancelled = transactions.execute(_ -> cancelWhileHeld(orderId));

        assertThat(cancelled.join().body()).isEqualTo("{\"status\":\"CANCELLED\"}");
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderCancelled");
    }

    @Test
    void an_instance_that_is_alone_leaves_an_order_alone_that_somebody_holds() {
        be_alone();

        an_order_that_somebody_holds_is_not_cancelled_meanwhile();
    }

    @Test
    void an_instance_that_is_alone_closes_an_attempt_to_pay_before_it_cancels() {
        var orderId = place(li, shop, tea, 1);
        var outTradeNo = beginToPay(li, orderId);
        be_alone();

        assertThat(cancel(orderId, "changed my mind").status()).isEqualTo(200);

        assertThat(WeChatControl.stateOf(outTradeNo)).isEqualTo("CLOSED");
    }

    @Test
    void cancelled_twice_at_once_it_gives_its_stock_back_once() {
        var orderId = place(li, shop, tea, 1);

        var replies = InParallel.call(4, _ -> cancel(orderId, "once"));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced", "OrderCancelled");
        assertThat(releases()).hasSize(1);
    }

    @Test
    void the_note_stays_beside_the_reason() {
        var order = order(shop, tea, 1).replace("}]}", "}],\"note\":\"no sugar\"}");
        var orderId = buyer(li).post("/api/v1/orders", order).json().path("orderId").asString();

        cancel(orderId, "no time");

        var texts = staff("VIEWER").get("/ops/orders/" + orderId + "/texts").json();
        assertThat(texts.path("note").asString()).isEqualTo("no sugar");
        assertThat(texts.path("cancellationReason").asString()).isEqualTo("no time");
    }

    /** After so many groups of its own it expects nobody else, and commits without a look. */
    private void be_alone() {
        for (int i = 0; i < 25; i++) {
            place(li, shop, tea, 1);
        }
    }

    private CompletableFuture<Reply> cancelWhileHeld(String orderId) {
        holds.take(orderId);
        var cancelled = CompletableFuture.supplyAsync(() -> cancel(orderId, "held"));
        await().until(this::somebodyWaitsForAHold);
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
        return cancelled;
    }

    private boolean somebodyWaitsForAHold() {
        return jdbc().sql(
                        """
                        select exists (select from pg_locks
                            where locktype = 'advisory' and classid = 7302 and not granted)
                        """)
                .query(Boolean.class)
                .single();
    }

    private Reply cancel(String orderId, String reason) {
        return buyer(li)
                .post(
                        "/api/v1/orders/" + orderId + "/cancellation",
                        "{\"reason\":\"%s\"}".formatted(reason));
    }

    /** The transactions in which the stock was given back. */
    private List<String> releases() {
        return jdbc().sql(
                        """
                        select xmin::text from event
                        where aggregate_id = :sku and type = 'shop.stock.ReservationReleased'
                        """)
                .param("sku", tea)
                .query(String.class)
                .list();
    }
}
