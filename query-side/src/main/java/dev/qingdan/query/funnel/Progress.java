package dev.qingdan.query.funnel;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundRequested;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come.
 *
 * @param paymentId the payment that counts; money that came late does not
 * @param refunds of that payment that were asked for
 * @param refunded whether one of them has been completed
 */
record Progress(
        @Nullable String paymentId,
        @Nullable Instant paidAt,
        List<String> refunds,
        boolean refunded) {

    static final Progress NONE = new Progress(null, null, List.of(), false);

    Progress after(OrderEvent event) {
        return switch (event) {
            case OrderPaid paid -> new Progress(paid.paymentId(), paid.paidAt(), refunds, refunded);
            case RefundRequested asked when asked.paymentId().equals(paymentId) ->
                    new Progress(paymentId, paidAt, with(asked.refundId()), refunded);
            case RefundCompleted done when refunds.contains(done.refundId()) ->
                    new Progress(paymentId, paidAt, refunds, true);
            default -> this;
        };
    }

    private List<String> with(String refundId) {
        return Stream.concat(refunds.stream(), Stream.of(refundId)).toList();
    }
}
