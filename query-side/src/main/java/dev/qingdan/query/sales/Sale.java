package dev.qingdan.query.sales;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderAccepted;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.OrderHandedOver;
import dev.qingdan.events.OrderEvent.OrderMadeReady;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.OrderLine;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order has sold so far.
 *
 * @param paymentId the payment that counts: money that came late sells nothing, and its way back is
 *     no refund
 * @param refunds that are not completed
 */
record Sale(List<Item> items, @Nullable String paymentId, List<Refund> refunds) {

    /**
     * One line of the order.
     *
     * @param amount price times quantity
     * @param revenue this line's share of what was paid
     * @param refunded this line's share of what has gone back
     */
    record Item(String sku, int quantity, long amount, long revenue, long refunded) {

        static Item of(OrderLine line) {
            return new Item(line.sku(), line.quantity(), line.amount(), 0, 0);
        }

        Item paid(long share) {
            return new Item(sku, quantity, amount, share, 0);
        }

        Item givenBack(long share) {
            return new Item(sku, quantity, amount, revenue, refunded + share);
        }

        long kept() {
            return revenue - refunded;
        }

        /** What was paid for so many of the pieces, a part of a fen counting as one. */
        long priceOf(int pieces) {
            return Math.min(kept(), Math.ceilDiv(Math.multiplyExact(revenue, pieces), quantity));
        }
    }

    static Sale of(OrderPlaced placed) {
        return new Sale(placed.lines().stream().map(Item::of).toList(), null, List.of());
    }

    Sale after(OrderEvent event) {
        return switch (event) {
            case OrderPaid paid -> paid(paid);
            case RefundAsked asked -> with(new Refund(asked.refundId(), asked.lines(), false));
            case RefundRequested granted when granted.paymentId().equals(paymentId) ->
                    with(refund(granted.refundId()).grant());
            case RefundCompleted done when refund(done.refundId()).granted() -> givenBack(done);
            case OrderPlaced _,
                    LatePaymentReceived _,
                    OrderCancelled _,
                    OrderExpired _,
                    OrderAccepted _,
                    OrderMadeReady _,
                    OrderHandedOver _,
                    RefundRejected _,
                    RefundRequested _,
                    RefundCompleted _,
                    RefundGivenUp _ ->
                    this;
        };
    }

    private Sale paid(OrderPaid paid) {
        var shares = Shares.of(paid.amount(), items.stream().map(Item::amount).toList());
        return new Sale(each(i -> items.get(i).paid(shares.get(i))), paid.paymentId(), refunds);
    }

    private Sale givenBack(RefundCompleted done) {
        var shares = refund(done.refundId()).shares(done.amount(), items);
        return new Sale(
                each(i -> items.get(i).givenBack(shares.get(i))),
                paymentId,
                without(done.refundId()).toList());
    }

    /** One that nobody asked for is of the order as a whole. */
    private Refund refund(String refundId) {
        return refunds.stream()
                .filter(refund -> refund.is(refundId))
                .findFirst()
                .orElseGet(() -> new Refund(refundId, List.of(), false));
    }

    private Sale with(Refund refund) {
        return new Sale(
                items,
                paymentId,
                Stream.concat(without(refund.refundId()), Stream.of(refund)).toList());
    }

    private Stream<Refund> without(String refundId) {
        return refunds.stream().filter(refund -> !refund.is(refundId));
    }

    private List<Item> each(IntFunction<Item> item) {
        return IntStream.range(0, items.size()).mapToObj(item).toList();
    }
}
