package dev.qingdan.infra.traffic;

import dev.qingdan.infra.traffic.api.Addresses;
import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.http.HttpServer;
import dev.qingdan.infra.wechat.http.Routes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Both sides and WeChat in one, with just enough behind them for a buyer to notice nothing. */
final class FakeShop implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AtomicInteger outages;
    private final boolean forgetful;
    private final Map<String, String> orderOfKey = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final HttpServer server =
            new HttpServer(
                    0,
                    new Routes()
                            .on("GET", "/api/v1/shops", _ -> ok(items(Map.of("shopId", "s1"))))
                            .on("GET", "/api/v1/products", _ -> ok(items(product())))
                            .on("POST", "/sim/login-codes", _ -> ok(Map.of("code", "c")))
                            .on("POST", "/sim/payments", _ -> ok(Map.of()))
                            .on("POST", "/api/v1/sessions", _ -> ok(session()))
                            .on("POST", "/api/v1/orders", this::place)
                            .on("GET", "/api/v1/orders/{id}", (_, _) -> ok(Map.of()))
                            .on("POST", "/api/v1/orders/{id}/payments", (_, _) -> ok(prepay()))
                            .on("POST", "/api/v1/orders/{id}/payment-checks", (_, _) -> ok(paid()))
                            .on(
                                    "POST",
                                    "/api/v1/orders/{id}/cancellation",
                                    (_, _) -> ok(Map.of("status", "CANCELLED"))));

    /**
     * @param outages how many orders are answered with 503 although they were accepted
     * @param forgetful whether a repeated key makes another order
     */
    FakeShop(int outages, boolean forgetful) {
        this.outages = new AtomicInteger(outages);
        this.forgetful = forgetful;
    }

    Addresses addresses() {
        var url = "http://127.0.0.1:" + server.port();
        return new Addresses(url, url, url);
    }

    int orders() {
        return orderOfKey.size();
    }

    private Answer place(Call call) {
        var key = call.header("idempotency-key").orElseThrow();
        var order =
                forgetful
                        ? "order-" + numbers.incrementAndGet()
                        : orderOfKey.computeIfAbsent(
                                key, _ -> "order-" + numbers.incrementAndGet());
        if (outages.getAndDecrement() > 0) {
            return Answer.of(503, "");
        }
        return Answer.of(
                201,
                JSON.writeValueAsString(
                        Map.of("orderId", order, "status", "AWAITING_PAYMENT", "payable", 300)));
    }

    private static Map<String, Object> product() {
        return Map.of("sku", "tea", "available", 100);
    }

    private static Map<String, Object> items(Map<String, ?> item) {
        return Map.of("items", new Object[] {item});
    }

    private static Map<String, Object> session() {
        return Map.of("token", "t", "memberId", "m1");
    }

    private static Map<String, Object> prepay() {
        return Map.of("package", "prepay_id=wx1");
    }

    private static Map<String, Object> paid() {
        return Map.of("status", "PAID");
    }

    private static Answer ok(Object body) {
        return Answer.of(200, JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        server.close();
    }
}
