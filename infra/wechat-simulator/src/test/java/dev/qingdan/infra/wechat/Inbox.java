package dev.qingdan.infra.wechat;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.http.HttpServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the shop receives notifications; it refuses as many as it is told to. */
final class Inbox implements AutoCloseable {

    private final List<Call> received = new CopyOnWriteArrayList<>();
    private final int refusals;
    private final HttpServer server;

    Inbox(int refusals) {
        this.refusals = refusals;
        this.server = new HttpServer(0, this::receive);
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/notifications";
    }

    List<Call> received() {
        return received;
    }

    static Map<String, String> signature(Call call) {
        return Map.of(
                "Wechatpay-Serial", call.headers().get("wechatpay-serial"),
                "Wechatpay-Nonce", call.headers().get("wechatpay-nonce"),
                "Wechatpay-Timestamp", call.headers().get("wechatpay-timestamp"),
                "Wechatpay-Signature", call.headers().get("wechatpay-signature"));
    }

    private Answer receive(Call call) {
        received.add(call);
        return received.size() <= refusals ? Answer.of(500, "") : Answer.noContent();
    }

    @Override
    public void close() {
        server.close();
    }
}
