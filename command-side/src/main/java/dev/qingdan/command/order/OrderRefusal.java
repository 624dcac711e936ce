package dev.qingdan.command.order;

import dev.qingdan.command.platform.Refusal;
import java.time.Instant;

/** Why an order says no; the components of a refusal are told to the client. */
sealed interface OrderRefusal extends Refusal {

    /** There is none, or it is somebody else's: nobody can tell which. */
    record OrderNotFound() implements OrderRefusal {}

    record UnknownSku(String sku) implements OrderRefusal {}

    record TotalTooLarge(long most) implements OrderRefusal {}

    record NothingToPay(OrderStatus orderStatus) implements OrderRefusal {}

    record StillPayable(Instant payBefore) implements OrderRefusal {}

    /** Between the look at the payments and now somebody began another: look again. */
    record StillBeingPaid() implements OrderRefusal {}

    record TooLateToCancel(OrderStatus orderStatus) implements OrderRefusal {}

    record NotPaid(OrderStatus orderStatus) implements OrderRefusal {}

    record NotInPreparation(OrderStatus orderStatus) implements OrderRefusal {}

    record NotReady(OrderStatus orderStatus) implements OrderRefusal {}

    record WrongPickupCode() implements OrderRefusal {}

    record RefundNotFound() implements OrderRefusal {}

    record NotRefundable(OrderStatus orderStatus) implements OrderRefusal {}

    record NothingToRefund() implements OrderRefusal {}

    record RefundTooLarge(String sku, int asked, int left) implements OrderRefusal {}

    record TooManyRefunds(int most) implements OrderRefusal {}

    record RefundRejectedBefore() implements OrderRefusal {}

    record RefundApprovedBefore() implements OrderRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case OrderNotFound _ -> "order.not-found";
            case UnknownSku _ -> "order.unknown-sku";
            case TotalTooLarge _ -> "order.total-too-large";
            case NothingToPay _ -> "order.nothing-to-pay";
            case StillPayable _ -> "order.still-payable";
            case StillBeingPaid _ -> "order.being-paid";
            case TooLateToCancel _ -> "order.too-late-to-cancel";
            case NotPaid _ -> "order.not-paid";
            case NotInPreparation _ -> "order.not-in-preparation";
            case NotReady _ -> "order.not-ready";
            case WrongPickupCode _ -> "order.wrong-pickup-code";
            case RefundNotFound _ -> "order.refund-not-found";
            case NotRefundable _ -> "order.not-refundable";
            case NothingToRefund _ -> "order.nothing-to-refund";
            case RefundTooLarge _ -> "order.refund-too-large";
            case TooManyRefunds _ -> "order.too-many-refunds";
            case RefundRejectedBefore _ -> "order.refund-already-rejected";
            case RefundApprovedBefore _ -> "order.refund-already-approved";
        };
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case OrderNotFound _, RefundNotFound _ -> Kind.NOT_FOUND;
            case UnknownSku _, TotalTooLarge _ -> Kind.INVALID;
            case StillBeingPaid _ -> Kind.UNAVAILABLE;
            default -> Kind.CONFLICT;
        };
    }

    @Override
    default String detail() {
        return switch (this) {
            case OrderNotFound _ -> "There is no such order.";
            case UnknownSku(var sku) -> "The shop does not offer " + sku + ".";
            case TotalTooLarge(var most) -> "One order comes to at most " + most + " fen.";
            case NothingToPay _ -> "The order does not wait for a payment.";
            case StillPayable _ -> "The order can still be paid.";
            case StillBeingPaid _ -> "Somebody is just paying the order; please try again.";
            case TooLateToCancel _ -> "The shop has accepted the order, or it has ended.";
            case NotPaid _ -> "Only a paid order can be accepted.";
            case NotInPreparation _ -> "Only an order in preparation can be made ready.";
            case NotReady _ -> "Only an order that is ready can be handed over.";
            case WrongPickupCode _ -> "This is not the order's pickup code.";
            case RefundNotFound _ -> "There is no such refund.";
            case NotRefundable _ -> "The order was not paid, or it has ended.";
            case NothingToRefund _ -> "Everything that was paid has been asked back.";
            case RefundTooLarge _ -> "The order has not so many pieces left to ask back.";
            case TooManyRefunds(var most) -> "An order takes at most " + most + " refunds.";
            case RefundRejectedBefore _ -> "The refund was rejected; the member may ask again.";
            case RefundApprovedBefore _ -> "The refund was approved and is on its way.";
        };
    }
}
