package dev.qingdan.infra.wechat.pay;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The headers by which a merchant knows that WeChat speaks. */
final class PlatformSignature {

    private final PayKeys keys;

    PlatformSignature(PayKeys keys) {
        this.keys = keys;
    }

    Map<String, String> headers(Instant at, String body) {
        var timestamp = Long.toString(at.getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        return Map.of(
                "Wechatpay-Timestamp",
                timestamp,
                "Wechatpay-Nonce",
                nonce,
                "Wechatpay-Serial",
                keys.platformKeyId(),
                "Wechatpay-Signature",
                Signatures.sign(keys.platformKey(), timestamp, nonce, body),
                "Wechatpay-Signature-Type",
                "WECHATPAY2-SHA256-RSA2048");
    }
}
