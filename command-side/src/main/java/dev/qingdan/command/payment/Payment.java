package dev.qingdan.command.payment;

import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;

import dev.qingdan.command.payment.PaymentCommand.*;
import dev.qingdan.command.payment.PaymentRefusal.*;
import dev.qingdan.command.platform.Decision;
import dev.qingdan.events.PaymentEvent;
import dev.qingdan.events.PaymentEvent.*;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One attempt to pay, and what it makes of a command. Asking twice changes nothing. */
record Payment(String id, String orderId, Status status, long amount, Map<String, Refund> refunds) {

    static final Payment NO_PAYMENT = new Payment("", "", Status.NONE, 0, Map.of());

    enum Status {
        NONE,
        REQUESTED,
        SUCCEEDED,
        CLOSED
    }

    record Refund(long amount, RefundStatus status) {}

    enum RefundStatus {
        REQUESTED,
        FAILED,
        COMPLETED
    }

    Payment {
        refunds = Map.copyOf(refunds);
    }

    boolean isOpen() {
        return status == Status.REQUESTED;
    }

    @Nullable Refund refund(String refundId) {
        return refunds.get(refundId);
    }

    Decision<PaymentEvent> decide(PaymentCommand command) {
        return switch (command) {
            case RequestPayment request -> status == Status.NONE ? request(request) : accept();
            case PaymentCommand _ when status == Status.NONE -> refuse(new PaymentNotFound());
            case ConfirmPayment confirm -> confirm(confirm);
            case ClosePayment(_, var now) ->
                    isOpen() ? accept(new PaymentClosed(id, orderId, now)) : accept();
            case RequestPaymentRefund request -> requestRefund(request);
            case CompletePaymentRefund complete -> completeRefund(complete);
            case FailPaymentRefund fail -> failRefund(fail);
        };
    }

    private static Decision<PaymentEvent> request(RequestPayment request) {
        return accept(
                new PaymentRequested(
                        request.paymentId(),
                        request.orderId(),
                        WeChatNumber.of(request.paymentId()),
                        request.amount(),
                        request.payBefore()));
    }

    /** A closed attempt is no reason to refuse money that WeChat says it has. */
    private Decision<PaymentEvent> confirm(ConfirmPayment confirm) {
        if (confirm.amount() != amount) {
            return refuse(new WrongAmount(amount, confirm.amount()));
        }
        return status == Status.SUCCEEDED
                ? accept()
                : accept(
                        new PaymentSucceeded(
                                id, orderId, confirm.transactionId(), amount, confirm.paidAt()));
    }

    private Decision<PaymentEvent> requestRefund(RequestPaymentRefund request) {
        if (refunds.containsKey(request.refundId())) {
            return accept();
        }
        if (status != Status.SUCCEEDED) {
            return refuse(new NotPaidYet());
        }
        long left = amount - refunds.values().stream().mapToLong(Refund::amount).sum();
        if (request.amount() > left) {
            return refuse(new RefundTooLarge(left));
        }
        return accept(
                new PaymentRefundRequested(
                        id,
                        orderId,
                        request.refundId(),
                        WeChatNumber.of(request.refundId()),
                        request.amount()));
    }

    /** A refund that WeChat gave up may still be completed by hand; a completed one never fails. */
    private Decision<PaymentEvent> completeRefund(CompletePaymentRefund complete) {
        var refundId = complete.refundId();
        return switch (refunds.get(refundId)) {
            case null -> refuse(new RefundNotFound());
            case Refund(_, var step) when step == RefundStatus.COMPLETED -> accept();
            case Refund(var part, _) ->
                    accept(new PaymentRefunded(id, orderId, refundId, part, complete.refundedAt()));
        };
    }

    private Decision<PaymentEvent> failRefund(FailPaymentRefund fail) {
        return switch (refunds.get(fail.refundId())) {
            case null -> refuse(new RefundNotFound());
            case Refund(_, var step) when step != RefundStatus.REQUESTED -> accept();
            case Refund _ ->
                    accept(
                            new PaymentRefundFailed(
                                    id, orderId, fail.refundId(), fail.reason(), fail.now()));
        };
    }

    Payment evolve(PaymentEvent event) {
        return switch (event) {
            case PaymentRequested requested ->
                    new Payment(
                            requested.paymentId(),
                            requested.orderId(),
                            Status.REQUESTED,
                            requested.amount(),
                            Map.of());
            case PaymentSucceeded _ -> new Payment(id, orderId, Status.SUCCEEDED, amount, refunds);
            case PaymentClosed _ -> new Payment(id, orderId, Status.CLOSED, amount, refunds);
            case PaymentRefundRequested refund ->
                    with(refund.refundId(), refund.amount(), RefundStatus.REQUESTED);
            case PaymentRefunded refund ->
                    with(refund.refundId(), refund.amount(), RefundStatus.COMPLETED);
            case PaymentRefundFailed refund -> failed(refund.refundId());
        };
    }

    private Payment failed(String refundId) {
        var refund = refunds.get(refundId);
        return refund == null ? this : with(refundId, refund.amount(), RefundStatus.FAILED);
    }

    private Payment with(String refundId, long part, RefundStatus step) {
        var more = new HashMap<>(refunds);
        more.put(refundId, new Refund(part, step));
        return new Payment(id, orderId, status, amount, more);
    }
}
