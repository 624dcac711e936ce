package dev.qingdan.command.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import java.time.OffsetDateTime;

/**
 * Reads the SDK's transaction, of which every field may be missing, and takes no other shop's for
 * ours.
 */
final class TransactionReader {

    private final Merchant merchant;

    TransactionReader(Merchant merchant) {
        this.merchant = merchant;
    }

    /**
     * @throws IllegalArgumentException when this is not a transaction of ours
     */
    PaymentState read(Transaction transaction) {
        if (transaction.getTradeState() == null) {
            throw new IllegalArgumentException("a transaction without a state");
        }
        return switch (transaction.getTradeState()) {
            case SUCCESS, REFUND -> paid(transaction);
            case CLOSED, REVOKED -> new PaymentState.Closed();
            case NOTPAY, USERPAYING, PAYERROR, ACCEPT -> new PaymentState.Unpaid();
        };
    }

    private PaymentState.Paid paid(Transaction transaction) {
        if (!merchant.id().equals(transaction.getMchid())
                || !merchant.appId().equals(transaction.getAppid())) {
            throw new IllegalArgumentException("a transaction of another merchant or app");
        }
        var amount = transaction.getAmount();
        if (amount == null || !Merchant.CURRENCY.equals(amount.getCurrency())) {
            throw new IllegalArgumentException("a transaction in another currency");
        }
        return new PaymentState.Paid(
                transaction.getOutTradeNo(),
                transaction.getTransactionId(),
                amount.getTotal(),
                OffsetDateTime.parse(transaction.getSuccessTime()).toInstant());
    }
}
