package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderMoney.RefundStep.ASKED;
import static dev.qingdan.command.order.OrderMoney.RefundStep.REJECTED;
import static dev.qingdan.command.order.OrderMoney.RefundStep.REQUESTED;
import static dev.qingdan.command.order.OrderStatus.COMPLETED;
import static dev.qingdan.command.order.OrderStatus.PAID;
import static dev.qingdan.command.order.OrderStatus.PREPARING;
import static dev.qingdan.command.order.OrderStatus.READY;
import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static java.util.Objects.requireNonNull;

import dev.qingdan.command.order.OrderCommand.ApproveRefund;
import dev.qingdan.command.order.OrderCommand.AskRefund;
import dev.qingdan.command.order.OrderCommand.CancelOrder;
import dev.qingdan.command.order.OrderCommand.CompleteRefund;
import dev.qingdan.command.order.OrderCommand.FailRefund;
import dev.qingdan.command.order.OrderCommand.RefundCommand;
import dev.qingdan.command.order.OrderCommand.RejectRefund;
import dev.qingdan.command.order.OrderMoney.Refund;
import dev.qingdan.command.order.OrderMoney.RefundStep;
import dev.qingdan.command.order.OrderRefusal.NotRefundable;
import dev.qingdan.command.order.OrderRefusal.NothingToRefund;
import dev.qingdan.command.order.OrderRefusal.RefundApprovedBefore;
import dev.qingdan.command.order.OrderRefusal.RefundNotFound;
import dev.qingdan.command.order.OrderRefusal.RefundRejectedBefore;
import dev.qingdan.command.order.OrderRefusal.RefundTooLarge;
import dev.qingdan.command.order.OrderRefusal.TooManyRefunds;
import dev.qingdan.command.platform.Decision;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.RefundFailure;
import dev.qingdan.events.RefundLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an order makes of a wish for money back, and of what became of it.
 *
 * <p>A piece is worth its price less its part of the discount. Parts are rounded down to whole fen
 * for all pieces claimed so far together, never each by itself, so that claims for all pieces come
 * to exactly what was paid, in whatever portions they are made.
 */
record OrderRefunds(Order order) {

    private static final Set<OrderStatus> REFUNDABLE = Set.of(PAID, PREPARING, READY, COMPLETED);

    /** Who is rejected may ask again, but not for ever. */
    static final int MOST = 20;

    Decision<OrderEvent> decide(RefundCommand command) {
        return switch (command) {
            case AskRefund ask -> ask(ask);
            case ApproveRefund approve -> approve(approve);
            case RejectRefund reject -> reject(reject);
            case CompleteRefund complete -> complete(complete);
            case FailRefund fail -> fail(fail);
        };
    }

    private Decision<OrderEvent> ask(AskRefund ask) {
        if (!REFUNDABLE.contains(order.status())) {
            return refuse(new NotRefundable(order.status()));
        }
        if (order.money().refunds().size() >= MOST) {
            return refuse(new TooManyRefunds(MOST));
        }
        var left = order.piecesLess(order.money().claimedPieces());
        var pieces = new TreeMap<>(ask.pieces().isEmpty() ? left : ask.pieces());
        for (var piece : pieces.entrySet()) {
            int most = left.getOrDefault(piece.getKey(), 0);
            if (piece.getValue() > most) {
                return refuse(new RefundTooLarge(piece.getKey(), piece.getValue(), most));
            }
        }
        long amount = worthWith(pieces) - order.money().claimed();
        if (amount < 1) {
            return refuse(new NothingToRefund());
        }
        return accept(
                new RefundAsked(order.id(), ask.refundId(), amount, lines(pieces), ask.now()));
    }

    /** What these pieces were paid with, together with all that were claimed before. */
    private long worthWith(Map<String, Integer> pieces) {
        var claimed = order.money().claimedPieces();
        long value =
                order.placed().lines().stream()
                        .mapToLong(line ->
                                line.unitPrice()
                                        * (claimed.getOrDefault(line.sku(), 0)
                                                + pieces.getOrDefault(line.sku(), 0)))
                        .sum();
        return order.payable() * value / order.placed().total();
    }

    private static List<RefundLine> lines(Map<String, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(piece -> new RefundLine(piece.getKey(), piece.getValue()))
                .toList();
    }

    private Decision<OrderEvent> approve(ApproveRefund approve) {
        return switch (order.money().refund(approve.refundId())) {
            case null -> refuse(new RefundNotFound());
            case Refund(_, _, _, var step) when step == REJECTED ->
                    refuse(new RefundRejectedBefore());
            case Refund(_, _, _, var step) when step != ASKED -> accept();
            case Refund(var amount, _, _, _) -> approve(approve, amount);
        };
    }

    /** Where the shop has not begun and nothing is left to be paid for, the order is called off. */
    private Decision<OrderEvent> approve(ApproveRefund approve, long amount) {
        var requested =
                new RefundRequested(
                        order.id(),
                        approve.refundId(),
                        requireNonNull(order.money().paidBy()),
                        amount,
                        RefundCause.COMPLAINT,
                        approve.now());
        boolean everything = order.money().onItsWay() + amount == order.payable();
        return order.status() == PAID && everything
                ? accept(
                        new OrderCancelled(order.id(), CancelledBy.STAFF, approve.now()), requested)
                : accept(requested);
    }

    private Decision<OrderEvent> reject(RejectRefund reject) {
        return switch (order.money().refund(reject.refundId())) {
            case null -> refuse(new RefundNotFound());
            case Refund(_, _, _, var step) when step == REJECTED -> accept();
            case Refund(_, _, _, var step) when step != ASKED -> refuse(new RefundApprovedBefore());
            case Refund _ ->
                    accept(new RefundRejected(order.id(), reject.refundId(), reject.now()));
        };
    }

    /** A refund that WeChat gave up may still be completed by hand; a completed one never fails. */
    private Decision<OrderEvent> complete(CompleteRefund complete) {
        var id = complete.refundId();
        return switch (order.money().refund(id)) {
            case Refund(_, _, _, var step) when step == RefundStep.COMPLETED -> accept();
            case Refund(_, _, _, var step) when step.isOnItsWay() ->
                    accept(
                            new RefundCompleted(
                                    order.id(), id, complete.amount(), complete.completedAt()));
            case null, default -> refuse(new RefundNotFound());
        };
    }

    private Decision<OrderEvent> fail(FailRefund fail) {
        return switch (order.money().refund(fail.refundId())) {
            case Refund(_, _, _, var step) when step == REQUESTED ->
                    accept(
                            new RefundGivenUp(
                                    order.id(),
                                    fail.refundId(),
                                    RefundFailure.of(fail.reason()),
                                    fail.now()));
            case Refund(_, _, _, var step) when step.isOnItsWay() -> accept();
            case null, default -> refuse(new RefundNotFound());
        };
    }

    /** All that is still the shop's goes back, so what members had asked for is settled. */
    List<OrderEvent> cancelled(CancelOrder cancel) {
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderCancelled(order.id(), cancel.by(), cancel.now()));
        order.money()
                .asked()
                .forEach(id -> events.add(new RefundRejected(order.id(), id, cancel.now())));
        events.add(
                new RefundRequested(
                        order.id(),
                        cancel.refundId(),
                        requireNonNull(order.money().paidBy()),
                        order.payable() - order.money().onItsWay(),
                        RefundCause.CANCELLATION,
                        cancel.now()));
        return events;
    }
}
