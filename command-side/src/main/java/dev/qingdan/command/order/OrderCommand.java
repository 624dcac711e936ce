package dev.qingdan.command.order;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of one order; moments and new ids come in with the command. */
sealed interface OrderCommand {

    String orderId();

    @TargetAggregateIdentifier
    default String stream() {
        return new StreamId(AggregateType.ORDER, orderId()).toString();
    }

    /** The lines are merged and priced already: each sku once. */
    record PlaceOrder(
            String orderId,
            String memberId,
            String shopId,
            String number,
            List<OrderLine> lines,
            Instant placedAt,
            Instant payBefore)
            implements OrderCommand {

        public PlaceOrder {
            lines = List.copyOf(lines);
        }
    }

    /** WeChat has the money. {@code refundId} is used only if it has to go back at once. */
    record RecordPayment(
            String orderId,
            String paymentId,
            long amount,
            Instant paidAt,
            String refundId,
            Instant now)
            implements OrderCommand {}

    /** {@code refundId} is used only if the order was paid. */
    record CancelOrder(String orderId, CancelledBy by, String refundId, Instant now)
            implements OrderCommand {}

    record ExpireOrder(String orderId, Instant now) implements OrderCommand {}

    record AcceptOrder(String orderId, Instant now) implements OrderCommand {}

    record MakeReady(String orderId, String pickupCode, Instant now) implements OrderCommand {}

    record HandOver(String orderId, String pickupCode, Instant now) implements OrderCommand {}

    record CompleteRefund(String orderId, String refundId, long amount, Instant completedAt)
            implements OrderCommand {}

    record FailRefund(String orderId, String refundId, String reason, Instant now)
            implements OrderCommand {}
}
