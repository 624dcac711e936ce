package dev.qingdan.infra.wechat.control;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.http.Handler;
import dev.qingdan.infra.wechat.http.Json;
import dev.qingdan.infra.wechat.http.Routes;
import dev.qingdan.infra.wechat.login.LoginCodes;
import dev.qingdan.infra.wechat.login.Mailbox;
import dev.qingdan.infra.wechat.pay.Cashier;
import dev.qingdan.infra.wechat.pay.Courier;
import dev.qingdan.infra.wechat.pay.Ledger;
import dev.qingdan.infra.wechat.pay.NotificationForge;
import dev.qingdan.infra.wechat.pay.PayError;
import dev.qingdan.infra.wechat.pay.Payment;
import dev.qingdan.infra.wechat.pay.Refund;
import dev.qingdan.infra.wechat.pay.SignedNotification;
import dev.qingdan.infra.wechat.pay.Spoil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** /sim: the buyer's hand on the phone, and the tester's hand on the weather. */
public final class ControlApi {

    private static final int MOST_LISTED = 1_000;

    private final LoginCodes codes;
    private final Mailbox mailbox;
    private final Ledger ledger;
    private final Cashier cashier;
    private final Courier courier;
    private final NotificationForge forge;
    private final Faults faults;

    public ControlApi(
            LoginCodes codes,
            Mailbox mailbox,
            Ledger ledger,
            Cashier cashier,
            Courier courier,
            NotificationForge forge,
            Faults faults) {
        this.codes = codes;
        this.mailbox = mailbox;
        this.ledger = ledger;
        this.cashier = cashier;
        this.courier = courier;
        this.forge = forge;
        this.faults = faults;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/sim/health", _ -> ok(Map.of("status", "UP")))
                .on("POST", "/sim/login-codes", with(CodeWanted.class, this::issueCode))
                .on("POST", "/sim/payments", with(PaymentWanted.class, this::pay))
                .on("GET", "/sim/payments", this::payments)
                .on("GET", "/sim/refunds", this::refunds)
                .on("GET", "/sim/messages", _ -> ok(mailbox.messages()))
                .on("GET", "/sim/notifications", _ -> ok(ledger.notifications()))
                .on("POST", "/sim/notifications", with(NotificationWanted.class, this::notify))
                .on("POST", "/sim/faults", with(Fault.class, this::addFault))
                .on("DELETE", "/sim/faults", this::clearFaults);
    }

    private Answer issueCode(CodeWanted wanted) {
        return created(Map.of("code", codes.issue(wanted.openid)));
    }

    private Answer pay(PaymentWanted wanted) {
        return cashier.pay(wanted.prepayId, wanted.outcome)
                .fold(payment -> created(PaymentSeen.of(payment)), PayError::answer);
    }

    private Answer payments(Call call) {
        var outTradeNo = call.parameter("outTradeNo");
        return ok(
                ledger.payments().stream()
                        .filter(it ->
                                outTradeNo.map(it.request().outTradeNo()::equals).orElse(true))
                        .sorted(Comparator.comparing(Payment::createdAt).reversed())
                        .limit(MOST_LISTED)
                        .map(PaymentSeen::of)
                        .toList());
    }

    private Answer refunds(Call call) {
        var outTradeNo = call.parameter("outTradeNo");
        return ok(
                ledger.refunds().stream()
                        .filter(it -> outTradeNo.map(it.outTradeNo()::equals).orElse(true))
                        .sorted(Comparator.comparing(Refund::createdAt).reversed())
                        .limit(MOST_LISTED)
                        .map(RefundSeen::of)
                        .toList());
    }

    private Answer notify(NotificationWanted wanted) {
        var spoil = Objects.requireNonNullElse(wanted.spoil, Spoil.NOTHING);
        if (wanted.outTradeNo != null && ledger.payment(wanted.outTradeNo).isPresent()) {
            return send(wanted, forge.paid(wanted.outTradeNo, spoil));
        }
        if (wanted.outRefundNo != null && ledger.refund(wanted.outRefundNo).isPresent()) {
            return send(wanted, forge.refunded(wanted.outRefundNo, spoil));
        }
        return PayError.ORDER_NOT_EXIST.answer();
    }

    private Answer send(NotificationWanted wanted, SignedNotification notification) {
        try {
            var statuses = new ArrayList<Integer>();
            var times = Objects.requireNonNullElse(wanted.times, 1);
            for (int i = 0; i < times; i++) {
                statuses.add(courier.send(notification));
            }
            return ok(Map.of("statuses", statuses));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Answer.of(503, "");
        }
    }

    private Answer addFault(Fault fault) {
        faults.add(fault);
        return created(fault);
    }

    private Answer clearFaults(Call call) {
        faults.clear();
        return Answer.noContent();
    }

    private static <T> Handler with(Class<T> type, Function<T, Answer> work) {
        return call -> {
            try {
                return work.apply(Json.CONTROL.readValue(call.body(), type));
            } catch (JacksonException unreadable) {
                return PayError.PARAM_ERROR.answer();
            }
        };
    }

    private static Answer ok(Object body) {
        return Answer.of(200, Json.CONTROL.writeValueAsString(body));
    }

    private static Answer created(Object body) {
        return Answer.of(201, Json.CONTROL.writeValueAsString(body));
    }

    private record CodeWanted(String openid) {
        CodeWanted {
            Objects.requireNonNull(openid, "openid");
        }
    }

    private record PaymentWanted(String prepayId, Cashier.Outcome outcome) {
        PaymentWanted {
            Objects.requireNonNull(prepayId, "prepayId");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    private record NotificationWanted(
            @Nullable String outTradeNo,
            @Nullable String outRefundNo,
            @Nullable Spoil spoil,
            @Nullable Integer times) {}
}
