package dev.qingdan.command.order;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

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
            long discount,
            @Nullable String couponId,
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

    /** What can be asked of an order about money that goes back. */
    sealed interface RefundCommand extends OrderCommand {

        String refundId();
    }

    /**
     * A member wants the price of these pieces back.
     *
     * @param pieces by sku; none means all that is left
     */
    record AskRefund(String orderId, String refundId, Map<String, Integer> pieces, Instant now)
            implements RefundCommand {

        public AskRefund {
            pieces = Map.copyOf(pieces);
        }
    }

    record ApproveRefund(String orderId, String refundId, Instant now) implements RefundCommand {}

    record RejectRefund(String orderId, String refundId, Instant now) implements RefundCommand {}

    record CompleteRefund(String orderId, String refundId, long amount, Instant completedAt)
            implements RefundCommand {}

    record FailRefund(String orderId, String refundId, String reason, Instant now)
            implements RefundCommand {}
}
