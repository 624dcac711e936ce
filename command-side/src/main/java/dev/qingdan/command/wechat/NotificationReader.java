package dev.qingdan.command.wechat;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.Notification;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import dev.qingdan.command.wechat.Notice.Genuine;
import dev.qingdan.command.wechat.Notice.Unreadable;
import dev.qingdan.command.wechat.Notice.Untrusted;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

final class NotificationReader implements WeChatNotices {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final NotificationParser parser;
    private final TransactionReader transactions;
    private final Clock clock;

    NotificationReader(NotificationParser parser, Merchant merchant, Clock clock) {
        this.parser = parser;
        this.transactions = new TransactionReader(merchant);
        this.clock = clock;
    }

    @Override
    public Notice<PaymentState.Paid> payment(SignedMessage message) {
        return read(message, Transaction.class, this::paid);
    }

    @Override
    public Notice<RefundReport> refund(SignedMessage message) {
        return read(message, RefundNotification.class, NotificationReader::report);
    }

    private <C, T> Notice<T> read(SignedMessage message, Class<C> type, Function<C, T> content) {
        if (!isFresh(message.timestamp())) {
            return new Untrusted<>("stale");
        }
        C decrypted;
        try {
            decrypted = parser.parse(request(message), type);
        } catch (ValidationException | IllegalArgumentException forged) {
            return new Untrusted<>("forged");
        } catch (MalformedMessageException | DecryptionException | JsonParseException broken) {
            return new Unreadable<>(broken.getClass().getSimpleName());
        }
        try {
            return new Genuine<>(id(message), content.apply(decrypted));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return new Unreadable<>(String.valueOf(foreign.getMessage()));
        }
    }

    /** The SDK does not look at the age: an hour-old recording would pass. */
    private boolean isFresh(String timestamp) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, clock.instant()).abs().compareTo(FRESH) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException invalid) {
            return false;
        }
    }

    private static RequestParam request(SignedMessage message) {
        return new RequestParam.Builder()
                .serialNumber(message.serial())
                .timestamp(message.timestamp())
                .nonce(message.nonce())
                .signature(message.signature())
                .body(message.body())
                .build();
    }

    private static String id(SignedMessage message) {
        String id = GsonUtil.getGson().fromJson(message.body(), Notification.class).getId();
        if (id == null) {
            throw new IllegalArgumentException("a notification without an id");
        }
        return id;
    }

    private PaymentState.Paid paid(Transaction transaction) {
        if (transactions.read(transaction) instanceof PaymentState.Paid paid) {
            return paid;
        }
        throw new IllegalArgumentException("a notification of no payment");
    }

    private static RefundReport report(RefundNotification refund) {
        if (refund.getRefundStatus() == null || refund.getAmount() == null) {
            throw new IllegalArgumentException("a notification of no refund");
        }
        return new RefundReport(
                refund.getOutTradeNo(),
                refund.getOutRefundNo(),
                refund.getAmount().getRefund(),
                DomesticRefunds.state(refund.getRefundStatus(), refund.getSuccessTime()));
    }
}
