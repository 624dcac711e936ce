package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderStatus.*;
import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;

import dev.qingdan.command.order.OrderCommand.*;
import dev.qingdan.command.order.OrderRefusal.*;
import dev.qingdan.command.platform.Decision;
import dev.qingdan.command.platform.Decision.Accepted;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.*;
import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an order has come to, and what it makes of a command. Asking twice changes nothing. */
record Order(
        OrderPlaced placed, OrderStatus status, @Nullable String pickupCode, OrderMoney money) {

    private static final OrderPlaced NOTHING =
            new OrderPlaced("", "", "", "", List.of(), 0, 0, 0, null, Instant.EPOCH, Instant.EPOCH);

    static final Order NO_ORDER = new Order(NOTHING, NONE, null, OrderMoney.NONE);

    /** WeChat's amounts are 32-bit numbers of fen; ten million yuan is well below. */
    static final long LARGEST_TOTAL = 1_000_000_000;

    String id() {
        return placed.orderId();
    }

    String memberId() {
        return placed.memberId();
    }

    long payable() {
        return placed.payable();
    }

    boolean belongsTo(String member) {
        return memberId().equals(member);
    }

    /** What lies in stock for this order. */
    Map<String, Integer> held() {
        return switch (status) {
            case AWAITING_PAYMENT, PAID -> piecesLess(money.piecesOnTheirWay());
            default -> Map.of();
        };
    }

    /** What was ordered, less these pieces; nothing that comes to none. */
    Map<String, Integer> piecesLess(Map<String, Integer> pieces) {
        var left = new HashMap<String, Integer>();
        placed.lines()
                .forEach(line ->
                        left.put(line.sku(), line.quantity() - pieces.getOrDefault(line.sku(), 0)));
        left.values().removeIf(quantity -> quantity == 0);
        return left;
    }

    /** What the shop was paid and has not given back. */
    long kept() {
        return payable() - money.back();
    }

    /** Ended without goods. */
    boolean isCalledOff() {
        return status == CANCELLED || status == EXPIRED;
    }

    boolean isPayableAt(Instant moment) {
        return status == AWAITING_PAYMENT && moment.isBefore(placed.payBefore());
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
            case RefundCommand refund -> new OrderRefunds(this).decide(refund);
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
                        place.discount(),
                        total - place.discount(),
                        place.couponId(),
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
            return accept(new OrderPaid(id(), paymentId, amount, payment.paidAt()));
        }
        return accept(
                new LatePaymentReceived(id(), paymentId, amount, payment.paidAt()),
                new RefundRequested(
                        id(),
                        payment.refundId(),
                        paymentId,
                        amount,
                        RefundCause.LATE_PAYMENT,
                        payment.now()));
    }

    private Decision<OrderEvent> cancel(CancelOrder cancel) {
        return switch (status) {
            case CANCELLED -> accept();
            case AWAITING_PAYMENT -> accept(new OrderCancelled(id(), cancel.by(), cancel.now()));
            case PAID -> new Accepted<>(new OrderRefunds(this).cancelled(cancel));
            default -> refuse(new TooLateToCancel(status));
        };
    }

    private Decision<OrderEvent> expire(Instant now) {
        if (isPayableAt(now)) {
            return refuse(new StillPayable(placed.payBefore()));
        }
        return status == AWAITING_PAYMENT ? accept(new OrderExpired(id(), now)) : accept();
    }

    private Decision<OrderEvent> acceptByShop(Instant now) {
        return switch (status) {
            case PREPARING -> accept();
            case PAID -> accept(new OrderAccepted(id(), now));
            default -> refuse(new NotPaid(status));
        };
    }

    private Decision<OrderEvent> makeReady(String code, Instant now) {
        return switch (status) {
            case READY -> accept();
            case PREPARING -> accept(new OrderMadeReady(id(), code, now));
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
        return status == READY ? accept(new OrderHandedOver(id(), now)) : accept();
    }

    Order evolve(OrderEvent event) {
        return switch (event) {
            case OrderPlaced order -> new Order(order, AWAITING_PAYMENT, null, OrderMoney.NONE);
            case OrderPaid _ -> become(PAID, event);
            case OrderCancelled _ -> become(CANCELLED, event);
            case OrderExpired _ -> become(EXPIRED, event);
            case OrderAccepted _ -> become(PREPARING, event);
            case OrderMadeReady ready -> new Order(placed, READY, ready.pickupCode(), money);
            case OrderHandedOver _ -> become(COMPLETED, event);
            case RefundCompleted _ -> become(status, event).endedIfAllWentBack();
            case LatePaymentReceived _,
                    RefundAsked _,
                    RefundRejected _,
                    RefundRequested _,
                    RefundGivenUp _ ->
                    become(status, event);
        };
    }

    private Order become(OrderStatus next, OrderEvent event) {
        return new Order(placed, next, pickupCode, money.evolve(event));
    }

    private Order endedIfAllWentBack() {
        return kept() > 0 || isCalledOff() ? this : new Order(placed, REFUNDED, pickupCode, money);
    }
}
