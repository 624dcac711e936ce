package dev.qingdan.console.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            @Nullable List<RefundLine> lines,
            @Nullable Instant requestedAt,
            @Nullable Instant completedAt) {}

    record RefundLine(String sku, int quantity) {}

    enum RefundStatus {
        REQUESTED,
        REJECTED,
        APPROVED,
        COMPLETED,
        FAILED
    }

    record Moment(String what, Instant at) {}

    /** What people typed; kept by command-side alone, away from all views. */
    record Texts(
            @Nullable String note,
            @Nullable String cancellationReason,
            @Nullable List<RefundTexts> refunds) {

        /** What the member wrote about that refund. */
        public @Nullable String reasonOf(String refundId) {
            return of(refundId).map(RefundTexts::reason).orElse(null);
        }

        public @Nullable String rejectionOf(String refundId) {
            return of(refundId).map(RefundTexts::rejectionReason).orElse(null);
        }

        private Optional<RefundTexts> of(String refundId) {
            return refunds == null
                    ? Optional.empty()
                    : refunds.stream().filter(text -> text.refundId().equals(refundId)).findFirst();
        }
    }

    record RefundTexts(String refundId, String reason, @Nullable String rejectionReason) {}

    /** The refunds that wait for an answer. */
    public List<Refund> getAsked() {
        return refunds == null
                ? List.of()
                : refunds.stream().filter(one -> one.status() == RefundStatus.REQUESTED).toList();
    }

    /** A product's name as it was ordered. */
    public String nameOf(String sku) {
        return lines == null
                ? sku
                : lines.stream()
                        .filter(line -> line.sku().equals(sku))
                        .map(Line::name)
                        .findFirst()
                        .orElse(sku);
    }

    public int getPieces() {
        return lines == null ? 0 : lines.stream().mapToInt(Line::quantity).sum();
    }
}
