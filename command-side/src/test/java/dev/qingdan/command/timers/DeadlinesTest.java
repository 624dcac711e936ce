package dev.qingdan.command.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.platform.store.EventLog;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"qingdan.payment-window=PT20S", "qingdan.timers.patience=3s"})
class DeadlinesTest extends OrderingTest {

    private static final String PAYMENT_WINDOW = "payment-window";

    @Autowired private EventLog log;

    private String li = "";
    private String shop = "";
    private String tea = "";

    @BeforeEach
    void a_shop_with_tea() {
        li = newMember();
        shop = openShop();
        tea = offer(shop, 6_800, 5);
    }

    @Test
    void an_order_that_waits_is_given_its_timer_for_the_moment_that_it_was_told() {
        var orderId = place(li, shop, tea, 1);

        assertThat(isSet(PAYMENT_WINDOW, orderId)).isFalse();
        await().until(() -> isSet(PAYMENT_WINDOW, orderId));
        assertThat(
                        jdbc().sql(
                                        """
                                        select extract(epoch from execution_time - occurred_at)
                                        from scheduled_tasks
                                        join event on aggregate_id = task_instance
                                        where task_instance = :order
                                        """)
                                .param("order", orderId)
                                .query(Double.class)
                                .single())
                .isBetween(19.0, 21.0);
    }

    @Test
    void an_order_that_ends_before_its_time_has_no_timer() {
        var orderId = place(li, shop, tea, 1);
        var cancelled = buyer(li).post("/api/v1/orders/" + orderId + "/cancellation", "{}");
        assertThat(cancelled.status()).isEqualTo(200);
        long head = log.head();

        await().until(() -> lookedThrough() >= head);

        assertThat(isSet(PAYMENT_WINDOW, orderId)).isFalse();
    }

    @Test
    void orders_that_wait_at_once_are_each_given_a_timer_but_not_one_that_ended() {
        var first = place(li, shop, tea, 1);
        var ended = place(li, shop, tea, 1);
        var last = place(newMember(), shop, tea, 1);
        var cancelled = buyer(li).post("/api/v1/orders/" + ended + "/cancellation", "{}");
        assertThat(cancelled.status()).isEqualTo(200);

        await().until(() -> isSet(PAYMENT_WINDOW, last));

        assertThat(isSet(PAYMENT_WINDOW, first)).isTrue();
        assertThat(isSet(PAYMENT_WINDOW, ended)).isFalse();
    }

    @Test
    void where_a_timer_cannot_be_written_its_event_is_found_again() {
        jdbc().sql(
                        """
                        alter table scheduled_tasks
                        add constraint broken check (task_name <> 'payment-window') not valid
                        """)
                .update();
        String orderId;
        try {
            orderId = place(li, shop, tea, 1);
            await().pollDelay(Duration.ofSeconds(1)).until(() -> lookedThrough() < log.head());
        } finally {
            jdbc().sql("alter table scheduled_tasks drop constraint broken").update();
        }

        await().until(() -> isSet(PAYMENT_WINDOW, orderId));
    }

    private long lookedThrough() {
        return jdbc().sql("select position from deadline where timer = :timer")
                .param("timer", PAYMENT_WINDOW)
                .query(Long.class)
                .single();
    }
}
