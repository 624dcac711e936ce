package dev.qingdan.command.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.order.WeChatControl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TimersTest extends OrderingTest {

    @Autowired private Timers timers;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void a_timer_is_set_with_the_transaction_that_asks_for_it_or_not_at_all() {
        var kept = unique("kept");
        var undone = unique("undone");
        var transaction = new TransactionTemplate(transactions);

        transaction.executeWithoutResult(_ -> set(kept));
        transaction.executeWithoutResult(status -> {
            set(undone);
            status.setRollbackOnly();
        });

        assertThat(isSet("payment-check", kept)).isTrue();
        assertThat(isSet("payment-check", undone)).isFalse();
    }

    private void set(String id) {
        var cause = new GenericEventMessage<>("cause", Map.of("correlationId", "request-1"));
        timers.set("payment-check", id, Instant.now().plus(Duration.ofHours(1)), cause);
    }

    @Test
    void a_timer_that_was_ringing_when_its_process_died_rings_elsewhere() {
        var li = newMember();
        var shop = openShop();
        var orderId = place(li, shop, offer(shop, 100, 1), 1);
        WeChatControl.paySilently(beginToPay(li, orderId));

        jdbc().sql(
                        """
                        update scheduled_tasks
                        set picked = true, picked_by = 'somebody dead',
                            last_heartbeat = now() - interval '1 hour', execution_time = now()
                        where task_name = 'payment-check' and task_instance =
                            (select payment_id from payment_attempt where order_id = :order)
                        """)
                .param("order", orderId)
                .update();

        await().atMost(Duration.ofSeconds(30)).until(() -> eventsOf(orderId).contains("OrderPaid"));
    }
}
