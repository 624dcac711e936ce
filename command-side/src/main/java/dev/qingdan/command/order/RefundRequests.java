package dev.qingdan.command.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qingdan.command.platform.privacy.PersonalData;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The refunds that members asked for: which order each is of, and what people typed about it, which
 * may be personal and so is kept out of every event, sealed with the key of the order's member.
 */
@Repository
class RefundRequests {

    private static final String REASON = "reason";
    private static final String REJECTION_REASON = "rejection_reason";

    private final JdbcClient jdbc;
    private final PersonalData personal;

    RefundRequests(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundTexts(
            String refundId, @Nullable String reason, @Nullable String rejectionReason) {}

    void keep(String refundId, String orderId, String memberId, String reason) {
        jdbc.sql(
                        """
                        insert into refund_request (refund_id, order_id, member_id, reason_sealed)
                        values (:refund, :order, :member, :sealed)
                        """)
                .param("refund", refundId)
                .param("order", orderId)
                .param("member", memberId)
                .param("sealed", personal.seal(memberId, REASON, reason).orElse(null))
                .update();
    }

    /** The first reason stands: a rejection that is said again is the same one. */
    void keepRejection(String refundId, String memberId, String reason) {
        jdbc.sql(
                        """
                        update refund_request
                        set rejection_reason_sealed = coalesce(rejection_reason_sealed, :sealed)
                        where refund_id = :refund
                        """)
                .param("refund", refundId)
                .param("sealed", personal.seal(memberId, REJECTION_REASON, reason).orElse(null))
                .update();
    }

    Optional<String> orderOf(String refundId) {
        return jdbc.sql("select order_id from refund_request where refund_id = :refund")
                .param("refund", refundId)
                .query(String.class)
                .optional();
    }

    /** Without the texts where the member has been erased. */
    List<RefundTexts> of(String orderId) {
        return jdbc.sql(
                        """
                        select refund_id, member_id, reason_sealed, rejection_reason_sealed
                        from refund_request where order_id = :order order by refund_id
                        """)
                .param("order", orderId)
                .query((row, _) ->
                        new RefundTexts(
                                row.getString(1),
                                opened(row.getString(2), REASON, row.getBytes(3)),
                                opened(row.getString(2), REJECTION_REASON, row.getBytes(4))))
                .list();
    }

    private @Nullable String opened(String memberId, String field, byte @Nullable [] sealed) {
        return personal.open(memberId, field, sealed).orElse(null);
    }
}
