package dev.qingdan.command.wechat;

import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.service.payments.jsapi.JsapiService;
import com.wechat.pay.java.service.refund.RefundService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Builds the clients from keys alone: nothing here asks the network while the application starts.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeChatProperties.class)
class WeChatConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    @Bean
    WeChatLogin weChatLogin(WeChatProperties wechat) {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(wechat.appId());
        config.setSecret(wechat.appSecret());
        config.setApiHostUrl(wechat.apiUrl().toString());
        config.useStableAccessToken(true);
        var http = DefaultApacheHttpClientBuilder.get();
        http.setConnectionTimeout((int) CONNECT.toMillis());
        http.setSoTimeout((int) ANSWER.toMillis());
        config.setApacheHttpClientBuilder(http);
        var miniProgram = new WxMaServiceImpl();
        miniProgram.setWxMaConfig(config);
        miniProgram.setMaxRetryTimes(1);
        miniProgram.setRetrySleepMillis(200);
        return new MiniProgramLogin(miniProgram);
    }

    @Bean
    Merchant merchant(WeChatProperties wechat, @Value("${qingdan.public-url}") String publicUrl) {
        return new Merchant(
                wechat.merchantId(),
                wechat.appId(),
                publicUrl + "/wechat/payments/notifications",
                publicUrl + "/wechat/refunds/notifications");
    }

    @Bean
    RSAPublicKeyConfig merchantKeys(WeChatProperties wechat) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(wechat.merchantId())
                .merchantSerialNumber(wechat.merchantSerial())
                .privateKey(pem(wechat.merchantPrivateKey()))
                .publicKey(pem(wechat.platformPublicKey()))
                .publicKeyId(wechat.platformPublicKeyId())
                .apiV3Key(wechat.apiV3Key())
                .build();
    }

    @Bean
    HttpClient payHttpClient(WeChatProperties wechat, RSAPublicKeyConfig keys) {
        var http =
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .callTimeout(ANSWER)
                        .addInterceptor(new BaseAddress(wechat.payUrl()))
                        .build();
        return new DefaultHttpClientBuilder().config(keys).okHttpClient(http).build();
    }

    @Bean
    WeChatPay weChatPay(HttpClient http, RSAPublicKeyConfig keys, Merchant merchant, Clock clock) {
        var jsapi = new JsapiService.Builder().httpClient(http).build();
        return new JsapiPay(jsapi, keys.createSigner(), merchant, clock);
    }

    @Bean
    WeChatRefunds weChatRefunds(HttpClient http, Merchant merchant) {
        return new DomesticRefunds(new RefundService.Builder().httpClient(http).build(), merchant);
    }

    @Bean
    WeChatNotices weChatNotices(RSAPublicKeyConfig keys, Merchant merchant, Clock clock) {
        return new NotificationReader(new NotificationParser(keys), merchant, clock);
    }

    private static String pem(String textOrLocation) {
        if (textOrLocation.startsWith("-----BEGIN")) {
            return textOrLocation;
        }
        try {
            return new DefaultResourceLoader()
                    .getResource(textOrLocation)
                    .getContentAsString(StandardCharsets.US_ASCII);
        } catch (IOException missing) {
            throw new UncheckedIOException("No PEM file at " + textOrLocation, missing);
        }
    }
}
