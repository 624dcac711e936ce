package dev.qingdan.infra.traffic.staff;

import dev.qingdan.infra.traffic.api.Addresses;
import dev.qingdan.infra.traffic.api.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Sees to it that there is a coupon to take in every shop, and answers who wants money back. */
public final class Manager {

    private static final int COUPONS = 200;
    private static final int PERCENT_OFF = 10;
    private static final int NO_IN = 4;

    private final Api api;
    private final Addresses addresses;
    private final StaffTokens tokens;

    public Manager(Api api, Addresses addresses, StaffTokens tokens) {
        this.api = api;
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /** Once through the shops and the wishes that wait. */
    public void round() throws InterruptedException {
        for (var shop : items("/api/v1/shops")) {
            var shopId = shop.path("shopId").asString();
            if (items("/api/v1/staff/campaigns?shopId=" + shopId).stream()
                    .noneMatch(this::hasAny)) {
                open(shopId);
            }
        }
        for (var order : items("/api/v1/staff/refunds?limit=50")) {
            for (var refund : order.path("refunds")) {
                if (refund.path("status").asString().equals("REQUESTED")) {
                    answer(refund.path("refundId").asString());
                }
            }
        }
    }

    private boolean hasAny(JsonNode campaign) {
        return campaign.path("status").asString().equals("OPEN")
                && campaign.path("left").asInt() > 0;
    }

    private void open(String shopId) throws InterruptedException {
        post(
                "/api/v1/staff/campaigns",
                Map.of(
                        "shopId",
                        shopId,
                        "name",
                        "Ten per cent for " + COUPONS,
                        "minimumSpend",
                        0,
                        "percentOff",
                        PERCENT_OFF,
                        "quantity",
                        COUPONS,
                        "validUntil",
                        Instant.now().plus(Duration.ofDays(1)).toString()));
    }

    /** A cancellation in between makes either a refusal, and that is fine. */
    private void answer(String refundId) throws InterruptedException {
        var decision = ThreadLocalRandom.current().nextInt(NO_IN) == 0 ? "rejection" : "approval";
        post(
                "/api/v1/staff/refunds/" + refundId + "/" + decision,
                Map.of("reason", "It looked good to us"));
    }

    private void post(String path, Map<String, ?> body) throws InterruptedException {
        api.post(addresses.command() + path, headers(), body);
    }

    private List<JsonNode> items(String path) throws InterruptedException {
        var headers = path.contains("/staff/") ? headers() : Map.<String, String>of();
        return api.get(addresses.query() + path, headers)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Map<String, String> headers() {
        return Map.of(
                "Authorization",
                "Bearer " + tokens.token("traffic-manager", "MANAGER"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
