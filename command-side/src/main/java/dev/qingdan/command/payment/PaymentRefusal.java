package dev.qingdan.command.payment;

import dev.qingdan.command.platform.Refusal;

/** Why a payment says no. */
sealed interface PaymentRefusal extends Refusal {

    record PaymentNotFound() implements PaymentRefusal {}

    /** Somebody paid another sum than we asked for: nothing that may be taken for this payment. */
    record WrongAmount(long expected, long received) implements PaymentRefusal {}

    /** The person behind the member was forgotten, so WeChat knows nobody to ask for money. */
    record PayerUnknown() implements PaymentRefusal {}

    record NotPaidYet() implements PaymentRefusal {}

    record RefundTooLarge(long left) implements PaymentRefusal {}

    record RefundNotFound() implements PaymentRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case PaymentNotFound _ -> "payment.not-found";
            case WrongAmount _ -> "payment.wrong-amount";
            case PayerUnknown _ -> "payment.payer-unknown";
            case NotPaidYet _ -> "payment.not-paid-yet";
            case RefundTooLarge _ -> "payment.refund-too-large";
            case RefundNotFound _ -> "payment.refund-not-found";
        };
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case PaymentNotFound _, RefundNotFound _ -> Kind.NOT_FOUND;
            case WrongAmount _ -> Kind.INVALID;
            case PayerUnknown _, NotPaidYet _, RefundTooLarge _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String detail() {
        return switch (this) {
            case PaymentNotFound _ -> "There is no such payment.";
            case WrongAmount(var expected, var received) ->
                    "The payment is of " + expected + " fen, not of " + received + ".";
            case PayerUnknown _ -> "WeChat does not know who would pay.";
            case NotPaidYet _ -> "Nothing was paid yet, so nothing can go back.";
            case RefundTooLarge(var left) -> "At most " + left + " fen can still go back.";
            case RefundNotFound _ -> "The payment has no such refund.";
        };
    }
}
