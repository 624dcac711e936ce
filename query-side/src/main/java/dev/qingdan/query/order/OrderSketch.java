package dev.qingdan.query.order;

import static dev.qingdan.query.order.OrderStatus.AWAITING_PAYMENT;
import static dev.qingdan.query.order.OrderStatus.CANCELLED;
import static dev.qingdan.query.order.OrderStatus.COMPLETED;
import static dev.qingdan.query.order.OrderStatus.EXPIRED;
import static dev.qingdan.query.order.OrderStatus.PAID;
import static dev.qingdan.query.order.OrderStatus.PREPARING;
import static dev.qingdan.query.order.OrderStatus.READY;
import static dev.qingdan.query.order.OrderStatus.REFUNDED;

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
import dev.qingdan.query.order.OrderView.Moment;
import dev.qingdan.query.order.OrderView.Payment;
import dev.qingdan.query.order.OrderView.Refund;
import dev.qingdan.query.order.OrderView.RefundStatus;
import dev.qingdan.query.platform.projection.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The next view of an order while one event is worked into it; never outlives that step. */
final class OrderSketch {

    private final OrderView before;
    private List<Payment> payments;
    private List<Refund> refunds;
    private OrderStatus status;
    private @Nullable String pickupCode;

    OrderSketch(OrderView before) {
        this.before = before;
        this.payments = before.payments();
        this.refunds = before.refunds();
        this.status = before.status();
        this.pickupCode = before.pickupCode();
    }

    static OrderSketch of(OrderPlaced placed) {
        return new OrderSketch(
                new OrderView(
                        placed.orderId(),
                        placed.number(),
                        placed.shopId(),
                        AWAITING_PAYMENT,
                        false,
                        placed.lines(),
                        placed.total(),
                        placed.discount(),
                        placed.payable(),
                        placed.couponId(),
                        placed.payBefore(),
                        placed.placedAt(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        -1));
    }

    void apply(OrderEvent event) {
        switch (event) {
            case OrderPlaced _ -> throw new IllegalStateException("The order was placed twice");
            case OrderPaid(_, var id, var amount, var at) -> {
                status = PAID;
                payments = plus(payments, new Payment(id, amount, at, false));
            }
            case LatePaymentReceived(_, var id, var amount, var at) ->
                    payments = plus(payments, new Payment(id, amount, at, true));
            case OrderCancelled _ -> status = CANCELLED;
            case OrderExpired _ -> status = EXPIRED;
            case OrderAccepted _ -> status = PREPARING;
            case OrderMadeReady ready -> {
                status = READY;
                pickupCode = ready.pickupCode();
            }
            case OrderHandedOver _ -> status = COMPLETED;
            case RefundAsked(_, var id, var amount, var lines, var at) ->
                    refunds =
                            plus(
                                    refunds,
                                    new Refund(
                                            id,
                                            null,
                                            amount,
                                            RefundStatus.REQUESTED,
                                            lines,
                                            at,
                                            null));
            case RefundRejected(_, var id, _) ->
                    change(id, refund -> refund.become(RefundStatus.REJECTED));
            case RefundRequested requested -> approve(requested);
            case RefundCompleted(_, var id, _, var at) -> {
                change(id, refund -> refund.completed(at));
                endIfAllWentBack();
            }
            case RefundGivenUp(_, var id, _, _) ->
                    change(id, refund -> refund.become(RefundStatus.FAILED));
        }
    }

    /** The money is to go back: what a member asked for, or all of it without being asked. */
    private void approve(RefundRequested requested) {
        var id = requested.refundId();
        var payment = requested.paymentId();
        if (refunds.stream().anyMatch(refund -> refund.refundId().equals(id))) {
            change(id, refund -> refund.approved(payment));
        } else {
            refunds =
                    plus(
                            refunds,
                            new Refund(
                                    id,
                                    payment,
                                    requested.amount(),
                                    RefundStatus.APPROVED,
                                    null,
                                    requested.requestedAt(),
                                    null));
        }
    }

    private void change(String refundId, UnaryOperator<Refund> change) {
        refunds =
                refunds.stream()
                        .map(refund ->
                                refund.refundId().equals(refundId) ? change.apply(refund) : refund)
                        .toList();
    }

    private void endIfAllWentBack() {
        if (!status.calledOff() && refunded() >= before.payable()) {
            status = REFUNDED;
        }
    }

    /** What has gone back of the money that the order was paid with; late money never counted. */
    private long refunded() {
        return refunds.stream()
                .filter(refund -> refund.status() == RefundStatus.COMPLETED)
                .filter(refund -> !cameLate(refund.paymentId()))
                .mapToLong(Refund::amount)
                .sum();
    }

    private boolean cameLate(@Nullable String paymentId) {
        return payments.stream()
                .anyMatch(payment -> payment.late() && payment.paymentId().equals(paymentId));
    }

    private boolean partlyRefunded() {
        return !refunds.isEmpty() && !status.calledOff() && status != REFUNDED && refunded() > 0;
    }

    OrderView view(Recorded<? extends OrderEvent> recorded) {
        var moment = new Moment(recorded.event().getClass().getSimpleName(), recorded.time());
        return new OrderView(
                before.orderId(),
                before.number(),
                before.shopId(),
                status,
                partlyRefunded(),
                before.lines(),
                before.total(),
                before.discount(),
                before.payable(),
                before.couponId(),
                before.payBefore(),
                before.placedAt(),
                payments,
                refunds,
                pickupCode,
                plus(before.timeline(), moment),
                recorded.sequence());
    }

    /** Most events leave most lists as they are, so only a list that changes is copied. */
    private static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
