package dev.qingdan.infra.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.jsapi.JsapiServiceExtension;
import com.wechat.pay.java.service.payments.jsapi.model.Amount;
import com.wechat.pay.java.service.payments.jsapi.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.jsapi.model.Payer;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest;
import com.wechat.pay.java.service.payments.jsapi.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import dev.qingdan.infra.wechat.pay.SignedNotification;
import java.net.URI;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** A shop that uses WeChat's official SDK, pointed at the simulator. */
final class Merchant {

    private final WeChatCredentials known;
    private final RSAPublicKeyConfig config;
    private final JsapiServiceExtension payments;
    private final RefundService refunds;

    Merchant(WeChatSimulator simulator) {
        this(simulator, simulator.credentials());
    }

    Merchant(WeChatSimulator simulator, WeChatCredentials credentials) {
        known = credentials;
        config =
                new RSAPublicKeyConfig.Builder()
                        .merchantId(known.mchId())
                        .privateKey(known.merchantPrivateKeyPem())
                        .merchantSerialNumber(known.merchantSerial())
                        .publicKey(known.platformPublicKeyPem())
                        .publicKeyId(known.platformPublicKeyId())
                        .apiV3Key(known.apiV3Key())
                        .build();
        var http = clientOf(URI.create(simulator.baseUrl()));
        payments = new JsapiServiceExtension.Builder().config(config).httpClient(http).build();
        refunds = new RefundService.Builder().config(config).httpClient(http).build();
    }

    /** Returns the prepay_id, taken out of what wx.requestPayment would be given. */
    String prepay(String outTradeNo, int fen, String notifyUrl) {
        var request = new PrepayRequest();
        request.setAppid(known.appId());
        request.setMchid(known.mchId());
        request.setDescription("A pot of tea");
        request.setOutTradeNo(outTradeNo);
        request.setNotifyUrl(notifyUrl);
        var amount = new Amount();
        amount.setTotal(fen);
        request.setAmount(amount);
        var payer = new Payer();
        payer.setOpenid("o-buyer");
        request.setPayer(payer);
        return payments.prepayWithRequestPayment(request)
                .getPackageVal()
                .substring("prepay_id=".length());
    }

    Transaction query(String outTradeNo) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(known.mchId());
        request.setOutTradeNo(outTradeNo);
        return payments.queryOrderByOutTradeNo(request);
    }

    void close(String outTradeNo) {
        var request = new CloseOrderRequest();
        request.setMchid(known.mchId());
        request.setOutTradeNo(outTradeNo);
        payments.closeOrder(request);
    }

    Refund refund(String outTradeNo, String outRefundNo, long fen, long of, String notifyUrl) {
        var request = new CreateRequest();
        request.setOutTradeNo(outTradeNo);
        request.setOutRefundNo(outRefundNo);
        request.setNotifyUrl(notifyUrl);
        var amount = new AmountReq();
        amount.setRefund(fen);
        amount.setTotal(of);
        amount.setCurrency("CNY");
        request.setAmount(amount);
        return refunds.create(request);
    }

    Refund queryRefund(String outRefundNo) {
        var request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(outRefundNo);
        return refunds.queryByOutRefundNo(request);
    }

    <T> T open(SignedNotification notification, Class<T> type) {
        return open(notification.headers(), notification.body(), type);
    }

    <T> T open(Map<String, String> headers, String body, Class<T> type) {
        var request =
                new RequestParam.Builder()
                        .serialNumber(headers.get("Wechatpay-Serial"))
                        .nonce(headers.get("Wechatpay-Nonce"))
                        .timestamp(headers.get("Wechatpay-Timestamp"))
                        .signature(headers.get("Wechatpay-Signature"))
                        .body(body)
                        .build();
        return new NotificationParser(config).parse(request, type);
    }

    /** The SDK knows only the real host, so the way there is bent; the host is not signed. */
    private HttpClient clientOf(URI simulator) {
        var okHttp =
                new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            var url = chain.request().url();
                            return chain.proceed(
                                    chain.request()
                                            .newBuilder()
                                            .url(towards(simulator, url))
                                            .build());
                        })
                        .build();
        return new DefaultHttpClientBuilder().config(config).okHttpClient(okHttp).build();
    }

    private static HttpUrl towards(URI simulator, HttpUrl url) {
        return url.newBuilder()
                .scheme("http")
                .host(simulator.getHost())
                .port(simulator.getPort())
                .build();
    }
}
