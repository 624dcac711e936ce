package dev.qingdan.infra.traffic.audit;

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
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.RefundLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an order has come to, folded a second time by somebody who trusts neither side. */
record OrderSheet(
        OrderPlaced placed,
        String status,
        long paid,
        long refundAsked,
        long refunded,
        Set<String> lateRefunds,
        Map<String, List<RefundLine>> wishes,
        List<RefundLine> given) {

    private static final Set<String> HOLD_STOCK = Set.of("AWAITING_PAYMENT", "PAID");
    private static final Set<String> ENDED_WITHOUT_GOODS = Set.of("CANCELLED", "EXPIRED");

    static OrderSheet of(OrderPlaced placed) {
        return new OrderSheet(placed, "AWAITING_PAYMENT", 0, 0, 0, Set.of(), Map.of(), List.of());
    }

    OrderSheet after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> throw new IllegalStateException("placed twice");
            case OrderPaid it -> money("PAID", it.amount(), 0, 0);
            case LatePaymentReceived it -> money(status, it.amount(), 0, 0);
            case OrderCancelled _ -> money("CANCELLED", 0, 0, 0);
            case OrderExpired _ -> money("EXPIRED", 0, 0, 0);
            case OrderAccepted _ -> money("PREPARING", 0, 0, 0);
            case OrderMadeReady _ -> money("READY", 0, 0, 0);
            case OrderHandedOver _ -> money("COMPLETED", 0, 0, 0);
            case RefundRequested it when it.cause() == RefundCause.LATE_PAYMENT ->
                    money(status, 0, it.amount(), 0).refundingLate(it.refundId());
            case RefundRequested it ->
                    money(status, 0, it.amount(), 0).givingBack(wishes.get(it.refundId()));
            case RefundCompleted it when lateRefunds.contains(it.refundId()) -> this;
            case RefundCompleted it -> money(status, 0, 0, it.amount());
            case RefundAsked it -> wishing(it);
            case RefundRejected _, RefundGivenUp _ -> this;
        };
    }

    private OrderSheet money(String next, long paid, long refundAsked, long refunded) {
        return new OrderSheet(
                placed,
                next,
                this.paid + paid,
                this.refundAsked + refundAsked,
                this.refunded + refunded,
                lateRefunds,
                wishes,
                given);
    }

    private OrderSheet wishing(RefundAsked asked) {
        var more = new HashMap<>(wishes);
        more.put(asked.refundId(), asked.lines());
        return new OrderSheet(
                placed, status, paid, refundAsked, refunded, lateRefunds, Map.copyOf(more), given);
    }

    /** Pieces whose price goes back before the shop has begun are no longer kept for the order. */
    private OrderSheet givingBack(@Nullable List<RefundLine> lines) {
        if (lines == null || !status.equals("PAID")) {
            return this;
        }
        var more = new ArrayList<>(given);
        more.addAll(lines);
        return new OrderSheet(
                placed,
                status,
                paid,
                refundAsked,
                refunded,
                lateRefunds,
                wishes,
                List.copyOf(more));
    }

    /**
     * Money that came late and went back says nothing of the money that the order was paid with.
     */
    private OrderSheet refundingLate(String refundId) {
        var late = new HashSet<>(lateRefunds);
        late.add(refundId);
        return new OrderSheet(
                placed, status, paid, refundAsked, refunded, Set.copyOf(late), wishes, given);
    }

    /** Pieces by sku that this order keeps from everybody else. */
    Map<String, Integer> holds() {
        var held = new HashMap<String, Integer>();
        if (HOLD_STOCK.contains(status)) {
            placed.lines().forEach(it -> held.merge(it.sku(), it.quantity(), Integer::sum));
            given.forEach(it -> held.merge(it.sku(), -it.quantity(), Integer::sum));
            held.values().removeIf(pieces -> pieces == 0);
        }
        return held;
    }

    /** A point for each whole yuan that the shop keeps of an order that was handed over. */
    long points() {
        return status.equals("COMPLETED") ? (placed.payable() - refunded) / 100 : 0;
    }

    /** The coupon that is used up by this order, if any. */
    @Nullable String coupon() {
        return ENDED_WITHOUT_GOODS.contains(status) ? null : placed.couponId();
    }

    /** Nobody's money stays with the shop for an order that gave no goods. */
    boolean keepsMoneyForNothing() {
        return ENDED_WITHOUT_GOODS.contains(status) && refundAsked < paid;
    }

    /** The status as members see it: an order that gave goods and lost its money is refunded. */
    String shownStatus() {
        var calledOff = ENDED_WITHOUT_GOODS.contains(status);
        return !calledOff && refunded > 0 && refunded >= placed.payable() ? "REFUNDED" : status;
    }
}
