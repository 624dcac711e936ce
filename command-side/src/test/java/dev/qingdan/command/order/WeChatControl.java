package dev.qingdan.command.order;

import dev.qingdan.command.Api;
import dev.qingdan.command.RealParts;
import dev.qingdan.infra.wechat.pay.Cashier.Outcome;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/** What a test can see of WeChat, and do to it. */
public final class WeChatControl {

    private static final Api SIM = new Api(URI.create(RealParts.WECHAT.baseUrl()).getPort());

    private WeChatControl() {}

    /** The next calls go wrong, in the words of the simulator's control API. */
    public static void fault(String json) {
        if (SIM.post("/sim/faults", json).status() != 201) {
            throw new IllegalArgumentException(json);
        }
    }

    public static void clearFaults() {
        SIM.send("DELETE", "/sim/faults", "");
    }

    /** {@code NOTPAY}, {@code CLOSED} and so on; nothing where WeChat never heard of it. */
    public static String stateOf(String outTradeNo) {
        return payment(outTradeNo).path("tradeState").asString("");
    }

    /** Pays as the buyer; WeChat says nothing of it by itself. */
    public static void paySilently(String outTradeNo) {
        var prepayId = payment(outTradeNo).path("prepayId").asString();
        RealParts.WECHAT.cashier().pay(prepayId, Outcome.SILENT);
    }

    public static JsonNode refundsOf(String outTradeNo) {
        return SIM.get("/sim/refunds?outTradeNo=" + outTradeNo).json();
    }

    private static JsonNode payment(String outTradeNo) {
        return SIM.get("/sim/payments?outTradeNo=" + outTradeNo).json().path(0);
    }
}
