package dev.qingdan.console.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as query-side shows it to staff; the pickup code is left out on purpose. */
record Order(
        String orderId,
        String number,
        String shopId,
        @Nullable String memberId,
        OrderStatus status,
        boolean partlyRefunded,
        @Nullable List<Line> lines,
        long total,
        long discount,
        long payable,
        @Nullable Instant payBefore,
        Instant placedAt,
        @Nullable List<Payment> payments,
        @Nullable List<Refund> refunds,
        @Nullable List<Moment> timeline,
        long version) {

    record Line(String sku, String name, long unitPrice, int quantity, long amount) {}

    record Payment(String paymentId, long amount, @Nullable Instant paidAt, boolean late) {}

    record Refund(
            String refundId,
            long amount,
            RefundStatus status,
            @Nullable Instant requestedAt,
            @Nullable Instant completedAt) {}

    enum RefundStatus {
        REQUESTED,
        REJECTED,
        APPROVED,
        COMPLETED,
        FAILED
    }

    record Moment(String what, Instant at) {}

    /** What people typed; kept by command-side alone, away from all views. */
    record Texts(@Nullable String note, @Nullable String cancellationReason) {}

    public int getPieces() {
        return lines == null ? 0 : lines.stream().mapToInt(Line::quantity).sum();
    }
}
