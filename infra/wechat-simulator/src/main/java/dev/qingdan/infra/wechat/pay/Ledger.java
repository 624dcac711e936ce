package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.pay.Journal.Entry;
import dev.qingdan.infra.wechat.pay.Ruling.Accepted;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** WeChat's books: every payment, refund and notification of the merchant, one change at a time. */
public final class Ledger {

    private static final int MOST_REFUNDS = 50;

    private final Clock clock;
    private final Journal journal;
    private final ConcurrentMap<String, Payment> payments = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> outTradeNos = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Refund> refunds = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Notification> notifications = new ConcurrentHashMap<>();

    public Ledger(Clock clock, @Nullable Path file) {
        this.clock = clock;
        this.journal = new Journal(file);
        journal.replay(this::apply);
    }

    synchronized Ruling<Payment> prepay(PrepayRequest request) {
        var known = payments.get(request.outTradeNo());
        if (known != null) {
            return known.preparedAgain(request);
        }
        return keep(Payment.prepared("wx" + number(), request, clock.instant()));
    }

    synchronized Ruling<Payment> pay(String prepayId) {
        return paymentOfPrepay(prepayId)
                .map(payment -> keepIfAccepted(payment.paid("42" + number(), clock.instant())))
                .orElse(Ruling.refuse(PayError.ORDER_NOT_EXIST));
    }

    synchronized Ruling<Payment> close(String outTradeNo) {
        return payment(outTradeNo)
                .map(payment -> keepIfAccepted(payment.closed()))
                .orElse(Ruling.refuse(PayError.ORDER_NOT_EXIST));
    }

    synchronized Ruling<Refund> refund(RefundRequest request) {
        var known = refunds.get(request.outRefundNo());
        if (known != null) {
            return known.request().equals(request)
                    ? Ruling.accept(known)
                    : Ruling.refuse(PayError.INVALID_REQUEST);
        }
        return payments.values().stream()
                .filter(payment -> isMeant(payment, request))
                .findFirst()
                .map(payment -> refund(payment, request))
                .orElse(Ruling.refuse(PayError.RESOURCE_NOT_EXISTS));
    }

    private Ruling<Refund> refund(Payment payment, RefundRequest request) {
        var earlier = refundsOf(payment);
        var refunded = earlier.stream().mapToLong(it -> it.request().amount().refund()).sum();
        var total = payment.request().amount().total();
        if (payment.transactionId() == null
                || request.amount().total() != total
                || refunded + request.amount().refund() > total
                || earlier.size() >= MOST_REFUNDS) {
            return Ruling.refuse(PayError.INVALID_REQUEST);
        }
        keep(payment.in(Payment.State.REFUND));
        return keep(Refund.of(payment, "50" + number(), request, clock.instant()));
    }

    synchronized Refund complete(Refund refund, Refund.State state) {
        var completed = refund.completed(state, clock.instant());
        record(new Entry(null, completed, null));
        return completed;
    }

    synchronized void keep(Notification notification) {
        record(new Entry(null, null, notification));
    }

    public Optional<Payment> payment(String outTradeNo) {
        return Optional.ofNullable(payments.get(outTradeNo));
    }

    public Optional<Payment> paymentOfPrepay(String prepayId) {
        return Optional.ofNullable(outTradeNos.get(prepayId)).flatMap(this::payment);
    }

    public Optional<Refund> refund(String outRefundNo) {
        return Optional.ofNullable(refunds.get(outRefundNo));
    }

    public List<Payment> payments() {
        return List.copyOf(payments.values());
    }

    public List<Refund> refunds() {
        return List.copyOf(refunds.values());
    }

    public List<Notification> notifications() {
        return List.copyOf(notifications.values());
    }

    private List<Refund> refundsOf(Payment payment) {
        return refunds.values().stream()
                .filter(refund -> refund.outTradeNo().equals(payment.outTradeNo()))
                .filter(refund -> refund.state() != Refund.State.CLOSED)
                .toList();
    }

    private static boolean isMeant(Payment payment, RefundRequest request) {
        return request.outTradeNo() != null
                ? request.outTradeNo().equals(payment.outTradeNo())
                : payment.isPaid()
                        && payment.transactionId() != null
                        && payment.transactionId().equals(request.transactionId());
    }

    private Ruling<Payment> keepIfAccepted(Ruling<Payment> ruling) {
        return ruling instanceof Accepted<Payment>(var payment) ? keep(payment) : ruling;
    }

    private Ruling<Payment> keep(Payment payment) {
        record(new Entry(payment, null, null));
        return Ruling.accept(payment);
    }

    private Ruling<Refund> keep(Refund refund) {
        record(new Entry(null, refund, null));
        return Ruling.accept(refund);
    }

    private void record(Entry entry) {
        journal.append(entry);
        apply(entry);
    }

    private void apply(Entry entry) {
        if (entry.payment() != null) {
            payments.put(entry.payment().outTradeNo(), entry.payment());
            outTradeNos.put(entry.payment().prepayId(), entry.payment().outTradeNo());
        }
        if (entry.refund() != null) {
            refunds.put(entry.refund().outRefundNo(), entry.refund());
        }
        if (entry.notification() != null) {
            notifications.put(entry.notification().id(), entry.notification());
        }
    }

    private static String number() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 26);
    }
}
