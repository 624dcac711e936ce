package dev.qingdan.command.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qingdan.command.order.RefundRequests.RefundTexts;
import dev.qingdan.command.platform.store.BatchTable;
import dev.qingdan.command.platform.store.BatchTable.Column;
import dev.qingdan.command.platform.store.Writes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people typed about an order. It may be personal, so it is kept out of every event. */
@Repository
class OrderTexts {

    private record Note(String orderId, String note) {}

    private static final BatchTable<Note> NOTES =
            new BatchTable<>(
                    "order_text",
                    1,
                    BatchTable.Repeat.CHANGES_NOTHING,
                    List.of(
                            new Column<>("order_id", "text", Note::orderId),
                            new Column<>("note", "text", Note::note)));

    private final JdbcClient jdbc;
    private final Writes writes;
    private final RefundRequests refunds;

    OrderTexts(JdbcClient jdbc, Writes writes, RefundRequests refunds) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.refunds = refunds;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Texts(
            @Nullable String note,
            @Nullable String cancellationReason,
            List<RefundTexts> refunds) {}

    private record OrderText(@Nullable String note, @Nullable String cancellationReason) {}

    void keepNote(String orderId, @Nullable String note) {
        if (note != null) {
            writes.add(NOTES, new Note(orderId, note));
        }
    }

    /** The first reason stands: a cancellation that is asked for again is the same one. */
    void keepCancellationReason(String orderId, @Nullable String reason) {
        if (reason != null) {
            jdbc.sql(
                            """
                            insert into order_text (order_id, cancellation_reason)
                            values (:order, :reason)
                            on conflict (order_id) do update set cancellation_reason =
                                coalesce(order_text.cancellation_reason, excluded.cancellation_reason)
                            """)
                    .param("order", orderId)
                    .param("reason", reason)
                    .update();
        }
    }

    Texts of(String orderId) {
        var text =
                jdbc.sql("select note, cancellation_reason from order_text where order_id = :order")
                        .param("order", orderId)
                        .query(OrderText.class)
                        .optional()
                        .orElse(new OrderText(null, null));
        return new Texts(text.note(), text.cancellationReason(), refunds.of(orderId));
    }
}
