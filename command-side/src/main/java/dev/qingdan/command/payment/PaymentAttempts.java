package dev.qingdan.command.payment;

import dev.qingdan.command.platform.store.BatchTable;
import dev.qingdan.command.platform.store.Writes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of attempts; an order has at most one that is open. */
@Repository
class PaymentAttempts {

    /** Of the open ones, by their orders; only ever looked at. */
    private static final BatchTable<String> OPEN =
            new BatchTable<>(
                    "(select order_id from payment_attempt where open) as attempt",
                    1,
                    BatchTable.Repeat.CHANGES_NOTHING,
                    List.of(new BatchTable.Column<>("order_id", "text", orderId -> orderId)));

    private final JdbcClient jdbc;
    private final Writes writes;

    PaymentAttempts(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    record Attempt(String paymentId, String orderId, @Nullable String prepayId, boolean open) {

        String outTradeNo() {
            return WeChatNumber.of(paymentId);
        }
    }

    void begin(String paymentId, String orderId) {
        jdbc.sql("insert into payment_attempt (payment_id, order_id) values (:payment, :order)")
                .param("payment", paymentId)
                .param("order", orderId)
                .update();
    }

    /** Whether the attempt is still open, so that somebody may be shown how to pay it. */
    boolean prepared(String paymentId, String prepayId) {
        return jdbc.sql(
                                """
                                update payment_attempt set prepay_id = :prepay
                                where payment_id = :payment and open
                                """)
                        .param("prepay", prepayId)
                        .param("payment", paymentId)
                        .update()
                == 1;
    }

    void end(String paymentId) {
        jdbc.sql("update payment_attempt set open = false where payment_id = :payment")
                .param("payment", paymentId)
                .update();
    }

    Optional<Attempt> find(String paymentId) {
        return jdbc.sql("select * from payment_attempt where payment_id = :payment")
                .param("payment", paymentId)
                .query(Attempt.class)
                .optional();
    }

    /** Nothing of the unit of work is written where there is an open one by then. */
    void requireNoneOpen(String orderId) {
        writes.requireNone(OPEN, orderId);
    }

    Optional<Attempt> openOf(String orderId) {
        return jdbc.sql("select * from payment_attempt where order_id = :order and open")
                .param("order", orderId)
                .query(Attempt.class)
                .optional();
    }
}
