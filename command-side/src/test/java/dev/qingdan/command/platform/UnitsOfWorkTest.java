package dev.qingdan.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.DemoShop;
import dev.qingdan.command.TestStore;
import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.command.stock.StockLedger;
import dev.qingdan.events.StockEvent.StockReceived;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class UnitsOfWorkTest extends CommandSideTest {

    private static final Origin ORIGIN = new Origin("system:test", "correlation", "cause", null);

    @Autowired private UnitsOfWork units;
    @Autowired private StockLedger ledger;
    @Autowired private EventLog log;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private TransactionManager axonTransactions;
    @Autowired private EventStorageEngine engine;

    @Test
    void axon_uses_our_store_and_real_transactions() {
        assertThat(axonTransactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(engine.getClass().getPackageName()).isEqualTo(EventLog.class.getPackageName());
    }

    @Test
    void axon_finds_a_command_in_the_unit_of_work_as_its_repositories_expect() {
        inUnit(() ->
                assertThat(CurrentUnitOfWork.get().getMessage())
                        .isInstanceOf(CommandMessage.class));
    }

    @Test
    void several_aggregates_change_together_in_one_append() {
        var shop = DemoShop.open(manager());
        var one = shop.product(6800, 10);
        var other = shop.product(7200, 10);

        var done = inUnit(() -> ledger.reserve("order-1", Map.of(one, 2, other, 3)));

        assertThat(done.written().positions().values()).contains(log.head());
        assertThat(reserved(one)).isEqualTo(2);
        assertThat(reserved(other)).isEqualTo(3);
    }

    @Test
    void a_refusal_of_one_leaves_nothing_of_the_others() {
        var shop = DemoShop.open(manager());
        var enough = shop.product(6800, 10);
        var never = shop.product(7200);
        long head = log.head();

        assertThatThrownBy(
                        () -> inUnit(() -> ledger.reserve("order-1", Map.of(enough, 2, never, 1))))
                .isInstanceOf(CommandRefused.class)
                .hasMessage("stock.out-of-stock");

        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void what_another_instance_wrote_meanwhile_is_seen_by_the_next_attempt() {
        var sku = DemoShop.open(manager()).product(6800, 10);
        var attempts = new AtomicInteger();

        inUnit(() -> {
            ledger.reserve("order-1", Map.of(sku, 2));
            if (attempts.incrementAndGet() == 1) {
                elsewhere(sku);
            }
        });

        assertThat(attempts).hasValue(2);
        assertThat(reserved(sku)).isEqualTo(2);
    }

    @Test
    void who_always_meets_another_writer_is_told_to_come_back() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() ->
                        inUnit(() -> {
                            attempts.incrementAndGet();
                            throw new ConcurrencyException("again");
                        }))
                .isInstanceOf(CommandRefused.class)
                .hasMessage("service.busy");

        assertThat(attempts).hasValue(10);
    }

    @Test
    void a_hot_product_is_loaded_from_a_snapshot_and_counts_on() {
        var sku = DemoShop.open(manager()).product(6800, 1000);
        for (int order = 0; order < 120; order++) {
            var orderId = "order-" + order;
            inUnit(() -> ledger.reserve(orderId, Map.of(sku, 1)));
        }
        await().until(() -> snapshotsOf(sku) == 1);
        // Without its first events only a snapshot can tell how many there are.
        jdbc.sql(
                        "update event set payload = 'lost' where aggregate_id = :sku and sequence < 50 and aggregate_type = 'stock'")
                .param("sku", sku)
                .update();

        inUnit(() -> ledger.reserve("last-order", Map.of(sku, 880)));

        assertThatThrownBy(() -> inUnit(() -> ledger.reserve("one-more", Map.of(sku, 1))))
                .hasMessage("stock.out-of-stock");
    }

    private UnitsOfWork.Done<Boolean> inUnit(Runnable work) {
        return units.run(
                ORIGIN,
                () -> {
                    work.run();
                    return true;
                });
    }

    /** In a transaction of its own, as another process would. */
    private void elsewhere(String sku) {
        var other =
                new Thread(() ->
                        transactions.executeWithoutResult(_ ->
                                log.append(
                                        java.util.List.of(
                                                TestStore.event(
                                                        1,
                                                        new StockReceived(sku, 5, "delivery"))))));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int reserved(String sku) {
        return jdbc.sql(
                        """
                        select sum((convert_from(payload, 'UTF8')::jsonb ->> 'quantity')::int) from event
                        where aggregate_id = :sku and type = 'shop.stock.StockReserved'
                        """)
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }

    private int snapshotsOf(String sku) {
        return jdbc.sql("select count(*) from snapshot where aggregate_id = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }
}
