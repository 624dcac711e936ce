package dev.qingdan.command.order;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.RefundLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The money that came for an order and went back.
 *
 * @param paidBy the payment that the order waited for
 * @param payments that one and every late one
 */
record OrderMoney(@Nullable String paidBy, Set<String> payments, Map<String, Refund> refunds) {

    static final OrderMoney NONE = new OrderMoney(null, Set.of(), Map.of());

    enum RefundStep {
        ASKED,
        REJECTED,
        REQUESTED,
        FAILED,
        COMPLETED;

        /** The shop has given the money out of its hands. */
        boolean isOnItsWay() {
            return this == REQUESTED || this == FAILED || this == COMPLETED;
        }
    }

    /**
     * @param pieces by sku, where a member asked for their price
     * @param late of money that the order did not wait for, and that never was the shop's
     */
    record Refund(long amount, Map<String, Integer> pieces, boolean late, RefundStep step) {

        Refund {
            pieces = Map.copyOf(pieces);
        }

        private Refund become(RefundStep next) {
            return new Refund(amount, pieces, late, next);
        }
    }

    OrderMoney {
        payments = Set.copyOf(payments);
        refunds = Map.copyOf(refunds);
    }

    boolean knows(String paymentId) {
        return payments.contains(paymentId);
    }

    @Nullable Refund refund(String refundId) {
        return refunds.get(refundId);
    }

    Set<String> asked() {
        return refunds.entrySet().stream()
                .filter(refund -> refund.getValue().step() == RefundStep.ASKED)
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** What members have claimed of the price, whatever came of it, unless it was rejected. */
    long claimed() {
        return sum(step -> step != RefundStep.REJECTED);
    }

    Map<String, Integer> claimedPieces() {
        return pieces(step -> step != RefundStep.REJECTED);
    }

    long onItsWay() {
        return sum(RefundStep::isOnItsWay);
    }

    Map<String, Integer> piecesOnTheirWay() {
        return pieces(RefundStep::isOnItsWay);
    }

    long back() {
        return sum(step -> step == RefundStep.COMPLETED);
    }

    private long sum(Predicate<RefundStep> steps) {
        return refunds.values().stream()
                .filter(refund -> !refund.late() && steps.test(refund.step()))
                .mapToLong(Refund::amount)
                .sum();
    }

    private Map<String, Integer> pieces(Predicate<RefundStep> steps) {
        return refunds.values().stream()
                .filter(refund -> steps.test(refund.step()))
                .flatMap(refund -> refund.pieces().entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }

    OrderMoney evolve(OrderEvent event) {
        return switch (event) {
            case OrderPaid paid -> received(paid.paymentId(), paid.paymentId());
            case LatePaymentReceived late -> received(paidBy, late.paymentId());
            case RefundAsked asked -> asked(asked);
            case RefundRejected refund -> step(refund.refundId(), RefundStep.REJECTED);
            case RefundRequested refund -> requested(refund);
            case RefundCompleted refund -> step(refund.refundId(), RefundStep.COMPLETED);
            case RefundGivenUp refund -> step(refund.refundId(), RefundStep.FAILED);
            default -> this;
        };
    }

    private OrderMoney received(@Nullable String orderPaidBy, String paymentId) {
        var more = new HashSet<>(payments);
        more.add(paymentId);
        return new OrderMoney(orderPaidBy, more, refunds);
    }

    private OrderMoney asked(RefundAsked asked) {
        var pieces = asked.lines().stream().collect(toMap(RefundLine::sku, RefundLine::quantity));
        var refund = new Refund(asked.amount(), pieces, false, RefundStep.ASKED);
        return with(asked.refundId(), refund);
    }

    private OrderMoney requested(RefundRequested requested) {
        var asked = refunds.get(requested.refundId());
        if (asked != null) {
            return step(requested.refundId(), RefundStep.REQUESTED);
        }
        boolean late = !requested.paymentId().equals(paidBy);
        return with(
                requested.refundId(),
                new Refund(requested.amount(), Map.of(), late, RefundStep.REQUESTED));
    }

    private OrderMoney step(String refundId, RefundStep step) {
        return with(refundId, requireNonNull(refunds.get(refundId)).become(step));
    }

    private OrderMoney with(String refundId, Refund refund) {
        var more = new HashMap<>(refunds);
        more.put(refundId, refund);
        return new OrderMoney(paidBy, payments, more);
    }
}
