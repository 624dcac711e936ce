package dev.qingdan.infra.wechat.pay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One out_trade_no, from prepay to its end. */
public record Payment(
        String prepayId,
        PrepayRequest request,
        State state,
        Instant createdAt,
        @Nullable String transactionId,
        @Nullable Instant paidAt) {

    private static final Duration PREPAY_LIVES = Duration.ofHours(2);

    public enum State {
        NOTPAY,
        SUCCESS,
        REFUND,
        CLOSED
    }

    static Payment prepared(String prepayId, PrepayRequest request, Instant now) {
        return new Payment(prepayId, request, State.NOTPAY, now, null, null);
    }

    /** Asking again for the very same thing is allowed until it is paid or closed. */
    Ruling<Payment> preparedAgain(PrepayRequest again) {
        return switch (state) {
            case SUCCESS, REFUND -> Ruling.refuse(PayError.ORDERPAID);
            case CLOSED -> Ruling.refuse(PayError.ORDER_CLOSED);
            case NOTPAY ->
                    again.equals(request)
                            ? Ruling.accept(this)
                            : Ruling.refuse(PayError.OUT_TRADE_NO_USED);
        };
    }

    Ruling<Payment> paid(String transactionId, Instant now) {
        return switch (state) {
            case SUCCESS, REFUND -> Ruling.refuse(PayError.ORDERPAID);
            case CLOSED -> Ruling.refuse(PayError.ORDER_CLOSED);
            case NOTPAY ->
                    isOver(now)
                            ? Ruling.refuse(PayError.ORDER_CLOSED)
                            : Ruling.accept(inventPaid(transactionId, now));
        };
    }

    /** Paid against all rules: the start of a true payment, and the heart of a false story. */
    Payment inventPaid(String transactionId, Instant now) {
        return new Payment(prepayId, request, State.SUCCESS, createdAt, transactionId, now);
    }

    Ruling<Payment> closed() {
        return switch (state) {
            case SUCCESS, REFUND -> Ruling.refuse(PayError.ORDERPAID);
            case NOTPAY, CLOSED -> Ruling.accept(in(State.CLOSED));
        };
    }

    Payment in(State state) {
        return new Payment(prepayId, request, state, createdAt, transactionId, paidAt);
    }

    boolean isPaid() {
        return state == State.SUCCESS || state == State.REFUND;
    }

    String outTradeNo() {
        return request.outTradeNo();
    }

    private boolean isOver(Instant now) {
        var expires = request.timeExpire();
        return now.isAfter(createdAt.plus(PREPAY_LIVES))
                || (expires != null && now.isAfter(expires.toInstant()));
    }
}
