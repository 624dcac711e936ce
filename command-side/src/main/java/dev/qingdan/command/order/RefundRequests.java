package dev.qingdan.command.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The refunds that members asked for: which order each is of, and what people typed about it, which
 * may be personal and so is kept out of every event.
 */
@Repository
class RefundRequests {

    private final JdbcClient jdbc;

    RefundRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundTexts(String refundId, String reason, @Nullable String rejectionReason) {}

    void keep(String refundId, String orderId, String reason) {
        jdbc.sql(
                        """
                        insert into refund_request (refund_id, order_id, reason)
                        values (:refund, :order, :reason)
                        """)
                .param("refund", refundId)
                .param("order", orderId)
                .param("reason", reason)
                .update();
    }

    /** The first reason stands: a rejection that is said again is the same one. */
    void keepRejection(String refundId, String reason) {
        jdbc.sql(
                        """
                        update refund_request
                        set rejection_reason = coalesce(rejection_reason, :reason)
                        where refund_id = :refund
                        """)
                .param("refund", refundId)
                .param("reason", reason)
                .update();
    }

    Optional<String> orderOf(String refundId) {
        return jdbc.sql("select order_id from refund_request where refund_id = :refund")
                .param("refund", refundId)
                .query(String.class)
                .optional();
    }

    List<RefundTexts> of(String orderId) {
        return jdbc.sql(
                        """
                        select refund_id, reason, rejection_reason from refund_request
                        where order_id = :order order by refund_id
                        """)
                .param("order", orderId)
                .query(RefundTexts.class)
                .list();
    }
}
