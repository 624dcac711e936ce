package dev.qingdan.infra.wechat.pay;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Moves the money: the buyer's into the shop's account, and back again. */
public final class Cashier {

    private final Ledger ledger;
    private final Courier courier;
    private final String mchId;
    private final Duration refundTakes;
    private final Clock clock;

    public Cashier(
            Ledger ledger, Courier courier, String mchId, Duration refundTakes, Clock clock) {
        this.ledger = ledger;
        this.courier = courier;
        this.mchId = mchId;
        this.refundTakes = refundTakes;
        this.clock = clock;
    }

    public enum Outcome {
        SUCCESS,
        /** The bank said no: nothing is paid, and the buyer may try again. */
        FAIL,
        /** Paid, but the notification is lost. */
        SILENT
    }

    public Ruling<Payment> pay(String prepayId, Outcome outcome) {
        if (outcome == Outcome.FAIL) {
            return ledger.paymentOfPrepay(prepayId)
                    .map(Ruling::accept)
                    .orElse(Ruling.refuse(PayError.ORDER_NOT_EXIST));
        }
        var ruling = ledger.pay(prepayId);
        if (ruling instanceof Ruling.Accepted<Payment>(var payment) && outcome == Outcome.SUCCESS) {
            courier.bring(
                    Notification.of(
                            payment, String.valueOf(payment.transactionId()), clock.instant()));
        }
        return ruling;
    }

    Ruling<Refund> refund(RefundRequest request) {
        var isNew = ledger.refund(request.outRefundNo()).isEmpty();
        var ruling = ledger.refund(request);
        if (isNew && ruling instanceof Ruling.Accepted<Refund>(var refund)) {
            payOut(refund);
        }
        return ruling;
    }

    /** Takes up the refunds that a former life of this process had accepted. */
    public void resume() {
        ledger.refunds().stream()
                .filter(refund -> refund.state() == Refund.State.PROCESSING)
                .forEach(this::payOut);
    }

    private void payOut(Refund accepted) {
        var _ = CompletableFuture.runAsync(() -> complete(accepted), later());
    }

    private void complete(Refund accepted) {
        var refund = ledger.complete(accepted, Refund.State.SUCCESS);
        var url = refund.request().notifyUrl();
        if (url != null) {
            courier.bring(Notification.of(refund, mchId, url, clock.instant()));
        }
    }

    private Executor later() {
        return CompletableFuture.delayedExecutor(refundTakes.toMillis(), TimeUnit.MILLISECONDS);
    }
}
