package dev.qingdan.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.TestStore;
import dev.qingdan.command.order.OrderCommand.PlaceOrder;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.Refusal;
import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.command.platform.store.GroupedUnits;
import dev.qingdan.command.platform.store.GroupedUnits.Closing;
import dev.qingdan.command.platform.store.GroupedUnits.Work;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.StockEvent.StockReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders of many members, committed together: each succeeds or fails alone. */
class PlacingTogetherTest extends OrderingTest {

    private static final Origin ORIGIN = new Origin("system:test", "correlation", "cause", null);

    @Autowired private EventLog log;
    @Autowired private TransactionTemplate transactions;
    @Autowired private GroupedUnits units;
    @Autowired private Orders orders;

    private String li = "";
    private String shop = "";

    @BeforeEach
    void a_shop() {
        li = newMember();
        shop = openShop();
    }

    @Test
    void many_orders_share_a_commit() {
        var tea = offer(shop, 100, 60);

        var replies = InParallel.call(60, _ -> placeOne(tea));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(sequencesOf(tea)).isEqualTo(IntStream.rangeClosed(0, 60).boxed().toList());
        assertThat(commitsOf(tea)).isLessThan(60);
    }

    @Test
    void one_is_refused_and_the_others_are_not() {
        var scarce = offer(shop, 100, 3);
        var plenty = offer(shop, 100, 40);

        var replies = InParallel.call(40, i -> placeOne(i % 4 == 0 ? scarce : plenty));

        assertThat(replies.stream().filter(r -> r.status() == 409)).hasSize(7);
        assertThat(replies.stream().filter(r -> r.status() == 201)).hasSize(33);
        assertThat(eventsOf(scarce).stream().filter("StockReserved"::equals)).hasSize(3);
    }

    @Test
    void a_price_that_another_instance_has_changed_holds_at_once() {
        var tea = offer(shop, 100, 10);
        placeOne(tea);

        elsewhere(2, new PriceChanged(tea, 100, 250));

        assertThat(placeOne(tea).json().path("total").asLong()).isEqualTo(250);
    }

    @Test
    void stock_that_another_instance_has_received_is_there_at_once() {
        var tea = offer(shop, 100, 1);
        placeOne(tea);

        elsewhere(2, new StockReceived(tea, 5, "delivery"));

        assertThat(placeOne(tea).status()).isEqualTo(201);
        assertThat(eventsOf(tea)).endsWith("StockReceived", "StockReserved");
    }

    @Test
    void a_refusal_is_given_again_under_its_key_although_there_is_stock_by_now() {
        var tea = offer(shop, 100, 1);
        placeOne(tea);
        var key = unique("key");
        var refused = place(li, key, tea);

        elsewhere(2, new StockReceived(tea, 5, "delivery"));

        assertThat(refused.code()).isEqualTo("stock.out-of-stock");
        assertThat(place(li, key, tea).body()).isEqualTo(refused.body());
    }

    @Test
    void a_connection_that_is_lost_in_the_middle_loses_and_doubles_nothing() {
        var tea = offer(shop, 100, 200);
        var keys = IntStream.range(0, 40).mapToObj(i -> unique("key-" + i)).toList();
        var begun = new CountDownLatch(10);

        InParallel.call(
                keys.size() + 1,
                i -> {
                    if (i == keys.size()) {
                        return cutConnectionsAfter(begun);
                    }
                    begun.countDown();
                    return place(li, keys.get(i), tea).status();
                });
        var answers = keys.stream().map(key -> placeUntilAnswered(key, tea)).toList();

        assertThat(answers).extracting(Reply::status).containsOnly(201);
        assertThat(eventsOf(tea).stream().filter("StockReserved"::equals)).hasSize(40);
        assertThat(answers.stream().map(r -> r.json().path("orderId").asString()).distinct())
                .hasSize(40);
    }

    @Test
    void an_order_that_is_there_does_not_begin_again_and_the_others_do() {
        var tea = offer(shop, 100, 60);
        var orderId = placeOne(tea).json().path("orderId").asString();

        var statuses =
                InParallel.call(21, i -> i == 0 ? beginAgain(orderId) : placeOne(tea).status());

        assertThat(statuses).containsOnly(201);
        assertThat(eventsOf(orderId)).containsExactly("OrderPlaced");
        assertThat(sequencesOf(tea)).isEqualTo(IntStream.rangeClosed(0, 21).boxed().toList());
    }

    @Test
    void whatever_else_is_written_in_such_a_unit_of_work_is_refused() {
        var member = unique("member");

        assertThatThrownBy(() -> units.run(ORIGIN, new Registering(member)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");

        assertThat(identitiesOf(member)).isZero();
    }

    private int beginAgain(String orderId) {
        assertThatThrownBy(() -> units.run(ORIGIN, new Beginning(orderId)))
                .isInstanceOf(CommandRefused.class)
                .hasMessage("service.busy");
        return 201;
    }

    /** An order under an id that is taken. */
    private final class Beginning implements Work<Boolean> {

        private final String orderId;

        Beginning(String orderId) {
            this.orderId = orderId;
        }

        @Override
        public Closing<Boolean> decide(int attempt) {
            var now = Instant.now();
            orders.begin(new PlaceOrder(orderId, li, shop, "1", List.of(), 0, null, now, now));
            return _ -> true;
        }

        @Override
        public Closing<Boolean> refused(Refusal refusal) {
            return _ -> false;
        }
    }

    private final class Registering implements Work<Boolean> {

        private final String member;

        Registering(String member) {
            this.member = member;
        }

        @Override
        public Closing<Boolean> decide(int attempt) {
            jdbc().sql("insert into member_identity (member_id) values (:id)")
                    .param("id", member)
                    .update();
            return _ -> true;
        }

        @Override
        public Closing<Boolean> refused(Refusal refusal) {
            return _ -> false;
        }
    }

    private Reply placeOne(String sku) {
        return place(li, unique("key"), sku);
    }

    private Reply place(String memberId, String key, String sku) {
        return member(memberId).withKey(key).post("/api/v1/orders", order(shop, sku, 1));
    }

    private Reply placeUntilAnswered(String key, String sku) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> place(li, key, sku), reply -> reply.status() != 503);
    }

    /** What another instance would do, of which this one does not hear. */
    private void elsewhere(long sequence, DomainEvent event) {
        transactions.executeWithoutResult(
                _ -> log.append(List.of(TestStore.event(sequence, event))));
    }

    private int cutConnectionsAfter(CountDownLatch begun) {
        try {
            begun.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return jdbc().sql(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        """)
                .query(Integer.class)
                .single();
    }

    private List<Integer> sequencesOf(String sku) {
        return jdbc().sql(
                        """
                        select sequence from event
                        where aggregate_type = 'stock' and aggregate_id = :sku order by position
                        """)
                .param("sku", sku)
                .query(Integer.class)
                .list();
    }

    private int commitsOf(String sku) {
        return jdbc().sql(
                        """
                        select count(distinct xmin::text) from event
                        where aggregate_id = :sku and type = 'shop.stock.StockReserved'
                        """)
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }

    private int identitiesOf(String memberId) {
        return jdbc().sql("select count(*) from member_identity where member_id = :id")
                .param("id", memberId)
                .query(Integer.class)
                .single();
    }
}
