package dev.qingdan.infra.traffic.staff;

import dev.qingdan.infra.traffic.api.Addresses;
import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Fills what runs low, and accepts, prepares and hands over what is paid. */
public final class Clerk {

    private static final int LOW = 60;
    private static final int DELIVERY = 240;

    private final Api api;
    private final Addresses addresses;
    private final StaffTokens tokens;

    public Clerk(Api api, Addresses addresses, StaffTokens tokens) {
        this.api = api;
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /** Once along the shelves and through the waiting orders. */
    public void round() throws InterruptedException {
        for (var product : items("/api/v1/staff/products?limit=100")) {
            if (product.path("listed").asBoolean() && product.path("available").asInt() < LOW) {
                receive(product.path("sku").asString());
            }
        }
        for (var order : items("/api/v1/staff/orders?status=PAID&limit=50")) {
            serve("/api/v1/staff/orders/" + order.path("orderId").asString());
        }
    }

    private void receive(String sku) throws InterruptedException {
        post(
                "/api/v1/staff/stock/" + sku + "/receipts",
                Map.of("quantity", DELIVERY, "reference", "van-" + UUID.randomUUID()));
    }

    /** A buyer who cancels in between makes any of these steps a refusal, and that is fine. */
    private void serve(String order) throws InterruptedException {
        if (post(order + "/acceptance", Map.of()).isSuccess()) {
            var ready = post(order + "/readiness", Map.of());
            if (ready.isSuccess()) {
                post(order + "/handover", Map.of("pickupCode", ready.text("pickupCode")));
            }
        }
    }

    private Reply post(String path, Map<String, ?> body) throws InterruptedException {
        return api.post(addresses.command() + path, headers(), body);
    }

    private List<JsonNode> items(String path) throws InterruptedException {
        return api.get(addresses.query() + path, headers())
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Map<String, String> headers() {
        return Map.of(
                "Authorization",
                "Bearer " + tokens.token("traffic-clerk", "CLERK"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
