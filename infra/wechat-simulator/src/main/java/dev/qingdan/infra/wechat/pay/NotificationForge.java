package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Makes genuine notifications, and every kind of false one, to see that only the genuine count. */
public final class NotificationForge {

    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final PayKeys keys;
    private final PlatformSignature platform;
    private final PlatformSignature stranger;
    private final Clock clock;

    public NotificationForge(Ledger ledger, PayKeys keys, Clock clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
        this.platform = new PlatformSignature(keys);
        this.stranger = new PlatformSignature(keys.signedBy(Pem.newKeyPair().getPrivate()));
    }

    /** The news that this payment succeeded, be it true or not. */
    public SignedNotification paid(String outTradeNo, Spoil spoil) {
        var payment = ledger.payment(outTradeNo).orElseThrow();
        var now = clock.instant();
        var told = payment.isPaid() ? payment : payment.inventPaid("42" + UUID.randomUUID(), now);
        return sign(Notification.of(told, String.valueOf(told.transactionId()), now), spoil);
    }

    /** The news of what became of this refund. */
    public SignedNotification refunded(String outRefundNo, Spoil spoil) {
        var refund = ledger.refund(outRefundNo).orElseThrow();
        var url = String.valueOf(refund.request().notifyUrl());
        return sign(Notification.of(refund, keys.mchId(), url, clock.instant()), spoil);
    }

    SignedNotification sign(Notification notification, Spoil spoil) {
        var body =
                switch (spoil) {
                    case WRONG_AMOUNT -> around(notification, NotificationForge::takeOneFen);
                    case FOREIGN_MERCHANT ->
                            around(notification, it -> it.put("mchid", "1900000001"));
                    case UNKNOWN_OUT_TRADE_NO ->
                            around(notification, it -> it.put("out_trade_no", "unknown0000"));
                    case FOREIGN_ENCRYPTION ->
                            Envelope.around(notification, "0123456789abcdef0123456789abcdef");
                    default -> Envelope.around(notification, keys.apiV3Key());
                };
        var sent = spoil == Spoil.CHANGED_BODY ? body.replace("SUCCESS", "SUCCESs") : body;
        return new SignedNotification(notification.notifyUrl(), headers(body, spoil), sent);
    }

    private Map<String, String> headers(String body, Spoil spoil) {
        var now = clock.instant();
        return switch (spoil) {
            case STALE -> platform.headers(now.minus(LONG_AGO), body);
            case FORGED_SIGNATURE -> stranger.headers(now, body);
            case FOREIGN_SERIAL -> spoiled(now, body, it -> it.put("Wechatpay-Serial", "ABC123"));
            case NO_SIGNATURE -> spoiled(now, body, it -> it.remove("Wechatpay-Signature"));
            case SIGNATURE_NOT_BASE64 ->
                    spoiled(now, body, it -> it.put("Wechatpay-Signature", "not base64!"));
            case SIGNATURE_TEST ->
                    spoiled(
                            now,
                            body,
                            it ->
                                    it.merge(
                                            "Wechatpay-Signature",
                                            "WECHATPAY/SIGNTEST/",
                                            (signature, mark) -> mark + signature));
            default -> platform.headers(now, body);
        };
    }

    private Map<String, String> spoiled(
            Instant now, String body, Consumer<Map<String, String>> spoil) {
        var headers = new HashMap<>(platform.headers(now, body));
        spoil.accept(headers);
        return headers;
    }

    private String around(Notification notification, Consumer<ObjectNode> change) {
        var resource = (ObjectNode) Json.WECHAT.readTree(notification.resource());
        change.accept(resource);
        return Envelope.around(
                notification.with(UUID.randomUUID().toString(), resource.toString()),
                keys.apiV3Key());
    }

    private static void takeOneFen(ObjectNode transaction) {
        var amount = (ObjectNode) transaction.get("amount");
        amount.put("total", amount.get("total").asInt() - 1);
        amount.put("payer_total", amount.get("payer_total").asInt() - 1);
    }
}
