package dev.qingdan.infra.wechat;

import dev.qingdan.infra.wechat.control.ControlApi;
import dev.qingdan.infra.wechat.control.Faults;
import dev.qingdan.infra.wechat.http.HttpServer;
import dev.qingdan.infra.wechat.http.Routes;
import dev.qingdan.infra.wechat.login.LoginCodes;
import dev.qingdan.infra.wechat.login.Mailbox;
import dev.qingdan.infra.wechat.login.PlatformApi;
import dev.qingdan.infra.wechat.pay.Cashier;
import dev.qingdan.infra.wechat.pay.Courier;
import dev.qingdan.infra.wechat.pay.Ledger;
import dev.qingdan.infra.wechat.pay.MerchantSeal;
import dev.qingdan.infra.wechat.pay.NotificationForge;
import dev.qingdan.infra.wechat.pay.PayApi;
import dev.qingdan.infra.wechat.pay.PayKeys;
import dev.qingdan.infra.wechat.pay.Pem;
import java.time.Clock;

/** WeChat as far as one mini-program's shop can see it. */
public final class WeChatSimulator implements AutoCloseable {

    private final WeChatCredentials credentials;
    private final LoginCodes codes;
    private final Cashier cashier;
    private final Courier courier;
    private final NotificationForge notifications;
    private final Faults faults = new Faults();
    private final HttpServer server;

    private WeChatSimulator(int port, WeChatCredentials credentials, SimulatorSettings settings) {
        var clock = Clock.systemUTC();
        var keys = payKeys(credentials);
        var ledger = new Ledger(clock, settings.data());
        var mailbox = new Mailbox();
        this.credentials = credentials;
        codes = new LoginCodes(clock);
        notifications = new NotificationForge(ledger, keys, clock);
        courier =
                new Courier(
                        ledger,
                        notifications,
                        settings.notifyAfter(),
                        settings.wrongSignatureEvery());
        cashier = new Cashier(ledger, courier, keys.mchId(), settings.refundTakes(), clock);

        var weChat = new Routes();
        new PlatformApi(credentials.appId(), credentials.secret(), codes, mailbox, clock)
                .addTo(weChat);
        new PayApi(ledger, cashier, keys).addTo(weChat);
        var control = new Routes();
        new ControlApi(codes, mailbox, ledger, cashier, courier, notifications, faults)
                .addTo(control);
        var sealed = new MerchantSeal(keys, clock).around(faults.around(weChat));
        server =
                new HttpServer(
                        port,
                        call -> (call.path().startsWith("/sim/") ? control : sealed).handle(call));
        courier.resume();
        cashier.resume();
    }

    public static WeChatSimulator start(int port) {
        return start(port, WeChatCredentials.generate());
    }

    public static WeChatSimulator start(int port, WeChatCredentials credentials) {
        return start(port, credentials, SimulatorSettings.FOR_TESTS);
    }

    public static WeChatSimulator start(
            int port, WeChatCredentials credentials, SimulatorSettings settings) {
        return new WeChatSimulator(port, credentials, settings);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    public WeChatCredentials credentials() {
        return credentials;
    }

    /** What wx.login would give this buyer. */
    public String loginCode(String openid) {
        return codes.issue(openid);
    }

    /** Pays, or tries to, as the buyer in front of wx.requestPayment. */
    public Cashier cashier() {
        return cashier;
    }

    /** Notifications genuine and false, to be sent by hand. */
    public NotificationForge notifications() {
        return notifications;
    }

    @Override
    public void close() {
        server.close();
        courier.close();
    }

    private static PayKeys payKeys(WeChatCredentials credentials) {
        return new PayKeys(
                credentials.appId(),
                credentials.mchId(),
                credentials.merchantSerial(),
                Pem.publicKeyOf(Pem.privateKey(credentials.merchantPrivateKeyPem())),
                credentials.platformPublicKeyId(),
                Pem.privateKey(credentials.platformPrivateKeyPem()),
                credentials.apiV3Key());
    }
}
