package dev.qingdan.infra.traffic.buyers;

import dev.qingdan.infra.traffic.api.Api;
import java.util.Map;

/** What WeChat on a phone does for a mini-program: wx.login and wx.requestPayment. */
public final class Phone {

    private final Api api;
    private final String wechatUrl;

    public Phone(Api api, String wechatUrl) {
        this.api = api;
        this.wechatUrl = wechatUrl;
    }

    String login(String openid) throws InterruptedException {
        return api.post(wechatUrl + "/sim/login-codes", Map.of(), Map.of("openid", openid))
                .text("code");
    }

    /** Pays; with {@code silently} no notification reaches the shop. */
    boolean pay(String prepayId, boolean silently) throws InterruptedException {
        var outcome = silently ? "SILENT" : "SUCCESS";
        var reply =
                api.post(
                        wechatUrl + "/sim/payments",
                        Map.of(),
                        Map.of("prepayId", prepayId, "outcome", outcome));
        return reply.isSuccess() || reply.code().equals("ORDERPAID");
    }
}
