package dev.qingdan.command.wechat;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Keys are PEM text or the location of a PEM file. */
@ConfigurationProperties("qingdan.wechat")
record WeChatProperties(
        @DefaultValue("https://api.weixin.qq.com") URI apiUrl,
        @DefaultValue("https://api.mch.weixin.qq.com") URI payUrl,
        String appId,
        String appSecret,
        String merchantId,
        String merchantPrivateKey,
        String merchantSerial,
        String platformPublicKey,
        String platformPublicKeyId,
        String apiV3Key) {

    /** Seven of these are secrets or lead to one. */
    @Override
    public String toString() {
        return "WeChatProperties["
                + appId
                + ", "
                + merchantId
                + ", "
                + apiUrl
                + ", "
                + payUrl
                + "]";
    }
}
