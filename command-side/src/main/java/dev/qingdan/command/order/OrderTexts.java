package dev.qingdan.command.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qingdan.command.order.RefundRequests.RefundTexts;
import dev.qingdan.command.platform.privacy.PersonalData;
import dev.qingdan.command.platform.store.BatchTable;
import dev.qingdan.command.platform.store.BatchTable.Column;
import dev.qingdan.command.platform.store.Writes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people typed about an order. It may be personal, so it is kept out of every event, and
 * sealed with the key of the order's member.
 */
@Repository
class OrderTexts {

    private static final String NOTE = "note";
    private static final String CANCELLATION_REASON = "cancellation_reason";

    @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
    private record Text(String orderId, String memberId, byte[] sealed) {}

    private static final BatchTable<Text> NOTES =
            new BatchTable<>("order_text", 1, BatchTable.Repeat.FILLS_GAPS, columns("note_sealed"));

    private static final BatchTable<Text> REASONS =
            new BatchTable<>(
                    "order_text",
                    1,
                    BatchTable.Repeat.FILLS_GAPS,
                    columns("cancellation_reason_sealed"));

    private static List<Column<Text>> columns(String sealed) {
        return List.of(
                new Column<>("order_id", "text", Text::orderId),
                new Column<>("member_id", "text", Text::memberId),
                new Column<>(sealed, "bytea", Text::sealed));
    }

    private final JdbcClient jdbc;
    private final Writes writes;
    private final PersonalData personal;
    private final RefundRequests refunds;

    OrderTexts(JdbcClient jdbc, Writes writes, PersonalData personal, RefundRequests refunds) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.writes = writes;
        this.refunds = refunds;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Texts(
            @Nullable String note,
            @Nullable String cancellationReason,
            List<RefundTexts> refunds) {}

    void keepNote(String orderId, String memberId, @Nullable String note) {
        Optional.ofNullable(note)
                .flatMap(text -> personal.seal(memberId, NOTE, text))
                .ifPresent(sealed -> writes.add(NOTES, new Text(orderId, memberId, sealed)));
    }

    /** The first reason stands: a cancellation that is asked for again is the same one. */
    void keepCancellationReason(String orderId, String memberId, @Nullable String reason) {
        Optional.ofNullable(reason)
                .flatMap(text -> personal.seal(memberId, CANCELLATION_REASON, text))
                .ifPresent(sealed -> writes.add(REASONS, new Text(orderId, memberId, sealed)));
    }

    /** Blank where the member has been erased. */
    Texts of(String orderId) {
        var refundTexts = refunds.of(orderId);
        return jdbc.sql(
                        """
                        select member_id, note_sealed, cancellation_reason_sealed
                        from order_text where order_id = :order
                        """)
                .param("order", orderId)
                .query((row, _) ->
                        new Texts(
                                opened(row.getString(1), NOTE, row.getBytes(2)),
                                opened(row.getString(1), CANCELLATION_REASON, row.getBytes(3)),
                                refundTexts))
                .optional()
                .orElse(new Texts(null, null, refundTexts));
    }

    private @Nullable String opened(String memberId, String field, byte @Nullable [] sealed) {
        return personal.open(memberId, field, sealed).orElse(null);
    }
}
