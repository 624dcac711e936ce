package dev.qingdan.infra.e2e;

import dev.qingdan.infra.traffic.api.Addresses;
import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One member's mini-program, with the phone's WeChat at hand. */
final class MiniProgram implements AutoCloseable {

    private final Api api;
    private final Addresses to;
    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final String token;

    MiniProgram(Addresses to, String openid) throws InterruptedException {
        this(to, openid, new Api(Duration.ofSeconds(20), Duration.ofSeconds(60)));
    }

    MiniProgram(Addresses to, String openid, Api api) throws InterruptedException {
        this.to = to;
        this.api = api;
        var code = simulator("/sim/login-codes", Map.of("openid", openid)).text("code");
        var session = api.post(to.command() + "/api/v1/sessions", Map.of(), Map.of("code", code));
        token = session.text("token");
    }

    /** Any product of any shop of which enough is there. */
    JsonNode anyProduct() throws InterruptedException {
        for (var shop : items("/api/v1/shops")) {
            var shopId = shop.path("shopId").asString();
            for (var product : items("/api/v1/products?shopId=" + shopId)) {
                if (product.path("available").asInt() > 20) {
                    return product;
                }
            }
        }
        throw new IllegalStateException("All shelves are empty");
    }

    Reply order(JsonNode product, int quantity) throws InterruptedException {
        var sku = product.path("sku").asString();
        return write(
                "/api/v1/orders",
                Map.of(
                        "shopId",
                        product.path("shopId").asString(),
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", quantity))));
    }

    Reply order(JsonNode product, int quantity, String couponId) throws InterruptedException {
        var sku = product.path("sku").asString();
        return write(
                "/api/v1/orders",
                Map.of(
                        "shopId",
                        product.path("shopId").asString(),
                        "couponId",
                        couponId,
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", quantity))));
    }

    /** Asks for what wx.requestPayment needs, and gives the prepay_id in it back. */
    String prepay(String orderId) throws InterruptedException {
        var reply = write("/api/v1/orders/" + orderId + "/payments", Map.of());
        return reply.text("package").substring("prepay_id=".length());
    }

    Reply pay(String prepayId, String outcome) throws InterruptedException {
        return simulator("/sim/payments", Map.of("prepayId", prepayId, "outcome", outcome));
    }

    Reply write(String path, Object body) throws InterruptedException {
        var headers =
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "traceparent",
                        "00-" + traceId + "-00f067aa0ba902b7-01");
        return api.post(to.command() + path, headers, body);
    }

    JsonNode order(String orderId, @Nullable String consistencyToken) throws InterruptedException {
        return read("/api/v1/orders/" + orderId, consistencyToken);
    }

    /** What WeChat has sent back of an order's payment, in fen. */
    List<Long> refundsAtWeChat(String orderId) throws InterruptedException {
        var paymentId = order(orderId, null).path("payments").path(0).path("paymentId").asString();
        var number = paymentId.replace("-", "");
        return api.get(to.wechat() + "/sim/refunds?outTradeNo=" + number, Map.of())
                .json()
                .valueStream()
                .map(refund -> refund.path("refund").asLong())
                .toList();
    }

    /** A view, with the writes in it that the token speaks of. */
    JsonNode read(String path, @Nullable String consistencyToken) throws InterruptedException {
        var headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        if (consistencyToken != null) {
            headers.put("Consistency-Token", consistencyToken);
        }
        return api.get(to.query() + path, headers).json();
    }

    String status(String orderId) throws InterruptedException {
        return order(orderId, null).path("status").asString("");
    }

    /** The trace that all writes of this mini-program belong to. */
    String traceId() {
        return traceId;
    }

    String pickupCode(String orderId) throws InterruptedException {
        return order(orderId, null).path("pickupCode").asString("");
    }

    List<JsonNode> items(String path) throws InterruptedException {
        return read(path, null).path("items").valueStream().toList();
    }

    private Reply simulator(String path, Object body) throws InterruptedException {
        return api.post(to.wechat() + path, Map.of(), body);
    }

    @Override
    public void close() {
        api.close();
    }
}
