package dev.qingdan.command.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of attempts; an order has at most one that is open. */
@Repository
class PaymentAttempts {

    private final JdbcClient jdbc;

    PaymentAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    Optional<Attempt> openOf(String orderId) {
        return jdbc.sql("select * from payment_attempt where order_id = :order and open")
                .param("order", orderId)
                .query(Attempt.class)
                .optional();
    }
}
