package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** What the merchant is to learn, in plain text, and whether it has taken it. */
public record Notification(
        String id,
        Instant createTime,
        String eventType,
        String originalType,
        String summary,
        String notifyUrl,
        String resource,
        int attempts,
        int lastStatus,
        boolean taken) {

    static Notification of(Payment payment, String transactionId, Instant now) {
        return new Notification(
                id(transactionId),
                now,
                "TRANSACTION.SUCCESS",
                "transaction",
                "支付成功",
                payment.request().notifyUrl(),
                Json.WECHAT.writeValueAsString(Views.transaction(payment)),
                0,
                0,
                false);
    }

    static Notification of(Refund refund, String mchId, String notifyUrl, Instant now) {
        return new Notification(
                id(refund.refundId()),
                now,
                "REFUND." + refund.state(),
                "refund",
                "退款结果",
                notifyUrl,
                Json.WECHAT.writeValueAsString(Views.refundNotice(mchId, refund)),
                0,
                0,
                false);
    }

    Notification answered(int status) {
        return new Notification(
                id,
                createTime,
                eventType,
                originalType,
                summary,
                notifyUrl,
                resource,
                attempts + 1,
                status,
                status / 100 == 2);
    }

    Notification with(String id, String resource) {
        return new Notification(
                id,
                createTime,
                eventType,
                originalType,
                summary,
                notifyUrl,
                resource,
                attempts,
                lastStatus,
                taken);
    }

    /** The same news has the same id, however often and after whatever restart it is sent. */
    private static String id(String subject) {
        return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
