package dev.qingdan.infra.wechat.pay;

import java.security.PrivateKey;
import java.security.PublicKey;

/** The contract between one merchant and WeChat Pay: who is who, and which keys prove it. */
public record PayKeys(
        String appId,
        String mchId,
        String merchantSerial,
        PublicKey merchantKey,
        String platformKeyId,
        PrivateKey platformKey,
        String apiV3Key) {

    PayKeys signedBy(PrivateKey other) {
        return new PayKeys(
                appId, mchId, merchantSerial, merchantKey, platformKeyId, other, apiV3Key);
    }
}
