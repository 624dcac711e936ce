package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderStatus.*;
import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.qingdan.command.order.OrderCommand.*;
import dev.qingdan.command.order.OrderRefusal.*;
import dev.qingdan.command.platform.Decision;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.*;
import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an order has come to, and what it makes of a command. Asking twice changes nothing. */
record Order(
        String id,
        String memberId,
        String number,
        OrderStatus status,
        List<OrderLine> lines,
        long payable,
        Instant payBefore,
        @Nullable String pickupCode,
        OrderMoney money) {

    static final Order NO_ORDER =
            new Order("", "", "", NONE, List.of(), 0, Instant.EPOCH, null, OrderMoney.NONE);

    /** WeChat's amounts are 32-bit numbers of fen; ten million yuan is well below. */
    static final long LARGEST_TOTAL = 1_000_000_000;

    boolean belongsTo(String member) {
        return memberId.equals(member);
    }

    /** What lies in stock for this order. */
    Map<String, Integer> pieces() {
        return lines.stream().collect(toMap(OrderLine::sku, OrderLine::quantity));
    }

    boolean isPayableAt(Instant moment) {
        return status == AWAITING_PAYMENT && moment.isBefore(payBefore);
    }

    Decision<OrderEvent> decide(OrderCommand command) {
        return switch (command) {
            case PlaceOrder place -> status == NONE ? place(place) : accept();
            case OrderCommand _ when status == NONE -> refuse(new OrderNotFound());
            case RecordPayment payment -> recordPayment(payment);
            case CancelOrder cancel -> cancel(cancel);
            case ExpireOrder(_, var now) -> expire(now);
            case AcceptOrder(_, var now) -> acceptByShop(now);
            case MakeReady(_, var code, var now) -> makeReady(code, now);
            case HandOver(_, var code, var now) -> handOver(code, now);
            case CompleteRefund complete -> completeRefund(complete);
            case FailRefund fail -> failRefund(fail);
        };
    }

    private static Decision<OrderEvent> place(PlaceOrder place) {
        long total = place.lines().stream().mapToLong(OrderLine::amount).sum();
        if (total > LARGEST_TOTAL) {
            return refuse(new TotalTooLarge(LARGEST_TOTAL));
        }
        return accept(
                new OrderPlaced(
                        place.orderId(),
                        place.memberId(),
                        place.shopId(),
                        place.number(),
                        place.lines(),
                        total,
                        0,
                        total,
                        null,
                        place.placedAt(),
                        place.payBefore()));
    }

    /** Money that the order does not wait for goes back at once, whatever the reason. */
    private Decision<OrderEvent> recordPayment(RecordPayment payment) {
        var paymentId = payment.paymentId();
        long amount = payment.amount();
        if (money.knows(paymentId)) {
            return accept();
        }
        if (status == AWAITING_PAYMENT) {
            return accept(new OrderPaid(id, paymentId, amount, payment.paidAt()));
        }
        return accept(
                new LatePaymentReceived(id, paymentId, amount, payment.paidAt()),
                new RefundRequested(
                        id,
                        payment.refundId(),
                        paymentId,
                        amount,
                        RefundCause.LATE_PAYMENT,
                        payment.now()));
    }

    private Decision<OrderEvent> cancel(CancelOrder cancel) {
        var cancelled = new OrderCancelled(id, cancel.by(), cancel.now());
        return switch (status) {
            case CANCELLED -> accept();
            case AWAITING_PAYMENT -> accept(cancelled);
            case PAID ->
                    accept(
                            cancelled,
                            new RefundRequested(
                                    id,
                                    cancel.refundId(),
                                    requireNonNull(money.paidBy()),
                                    payable,
                                    RefundCause.CANCELLATION,
                                    cancel.now()));
            default -> refuse(new TooLateToCancel(status));
        };
    }

    private Decision<OrderEvent> expire(Instant now) {
        if (isPayableAt(now)) {
            return refuse(new StillPayable(payBefore));
        }
        return status == AWAITING_PAYMENT ? accept(new OrderExpired(id, now)) : accept();
    }

    private Decision<OrderEvent> acceptByShop(Instant now) {
        return switch (status) {
            case PREPARING -> accept();
            case PAID -> accept(new OrderAccepted(id, now));
            default -> refuse(new NotPaid(status));
        };
    }

    private Decision<OrderEvent> makeReady(String code, Instant now) {
        return switch (status) {
            case READY -> accept();
            case PREPARING -> accept(new OrderMadeReady(id, code, now));
            default -> refuse(new NotInPreparation(status));
        };
    }

    private Decision<OrderEvent> handOver(String code, Instant now) {
        if (status != READY && status != COMPLETED) {
            return refuse(new NotReady(status));
        }
        if (!code.equals(pickupCode)) {
            return refuse(new WrongPickupCode());
        }
        return status == READY ? accept(new OrderHandedOver(id, now)) : accept();
    }

    /** A refund that WeChat gave up may still be completed by hand; a completed one never fails. */
    private Decision<OrderEvent> completeRefund(CompleteRefund complete) {
        return switch (money.refund(complete.refundId())) {
            case null -> refuse(new RefundNotFound());
            case COMPLETED -> accept();
            case REQUESTED, FAILED ->
                    accept(
                            new RefundCompleted(
                                    id,
                                    complete.refundId(),
                                    complete.amount(),
                                    complete.completedAt()));
        };
    }

    private Decision<OrderEvent> failRefund(FailRefund fail) {
        return switch (money.refund(fail.refundId())) {
            case null -> refuse(new RefundNotFound());
            case FAILED, COMPLETED -> accept();
            case REQUESTED ->
                    accept(new RefundFailed(id, fail.refundId(), fail.reason(), fail.now()));
        };
    }

    Order evolve(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> of(placed);
            case OrderPaid _ -> become(PAID, event);
            case OrderCancelled _ -> become(CANCELLED, event);
            case OrderExpired _ -> become(EXPIRED, event);
            case OrderAccepted _ -> become(PREPARING, event);
            case OrderMadeReady ready ->
                    new Order(
                            id,
                            memberId,
                            number,
                            READY,
                            lines,
                            payable,
                            payBefore,
                            ready.pickupCode(),
                            money);
            case OrderHandedOver _ -> become(COMPLETED, event);
            case LatePaymentReceived _,
                    RefundAsked _,
                    RefundRejected _,
                    RefundRequested _,
                    RefundCompleted _,
                    RefundFailed _ ->
                    become(status, event);
        };
    }

    private static Order of(OrderPlaced placed) {
        return new Order(
                placed.orderId(),
                placed.memberId(),
                placed.number(),
                AWAITING_PAYMENT,
                placed.lines(),
                placed.payable(),
                placed.payBefore(),
                null,
                OrderMoney.NONE);
    }

    private Order become(OrderStatus next, OrderEvent event) {
        return new Order(
                id,
                memberId,
                number,
                next,
                lines,
                payable,
                payBefore,
                pickupCode,
                money.evolve(event));
    }
}
