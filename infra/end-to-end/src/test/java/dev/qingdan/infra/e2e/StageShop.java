package dev.qingdan.infra.e2e;

import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.Reply;
import dev.qingdan.infra.traffic.staff.StaffTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shop with full shelves, and members who are logged in: all that an order needs. */
record StageShop(String shopId, List<String> tokens) {

    private static final int PRODUCTS = 20;
    private static final int MEMBERS = 20;
    private static final int PIECES = 1_000_000;

    static StageShop open(StreamStage stage) throws InterruptedException {
        var command = stage.instances().getFirst().url();
        var token = new StaffTokens(stage.staffKey()).token("steady", "MANAGER");
        var staff = Map.of("Authorization", "Bearer " + token);
        try (var api = new Api(Duration.ofSeconds(10), Duration.ofSeconds(30))) {
            var shops = command + "/api/v1/staff/shops";
            var shopId = done(api.post(shops, staff, Map.of("name", "茶铺"))).text("shopId");
            for (int i = 0; i < PRODUCTS; i++) {
                var product =
                        Map.ofEntries(
                                Map.entry("shopId", shopId),
                                Map.entry("name", "茶 " + i),
                                Map.entry("category", "茶"),
                                Map.entry("price", 100),
                                Map.entry("listed", true));
                done(api.put(command + "/api/v1/staff/products/" + sku(i), staff, product));
                var delivery = Map.of("quantity", PIECES, "reference", "van-1");
                var receipts = command + "/api/v1/staff/stock/" + sku(i) + "/receipts";
                done(api.post(receipts, staff, delivery));
            }
            var tokens = new ArrayList<String>();
            for (int i = 0; i < MEMBERS; i++) {
                var openid = Map.of("openid", "o-steady-" + i);
                var code = api.post(stage.wechat() + "/sim/login-codes", Map.of(), openid);
                var login = Map.of("code", code.text("code"));
                var session = done(api.post(command + "/api/v1/sessions", Map.of(), login));
                tokens.add(session.text("token"));
            }
            return new StageShop(shopId, List.copyOf(tokens));
        }
    }

    private static Reply done(Reply reply) {
        if (!reply.isSuccess()) {
            throw new IllegalStateException(reply.text());
        }
        return reply;
    }

    String tokenOf(int order) {
        return tokens.get(order % MEMBERS);
    }

    /** Two pieces of something, as a request's body. */
    String order(int number) {
        return """
        {"shopId":"%s","lines":[{"sku":"%s","quantity":2}]}\
        """
                .formatted(shopId, sku(number % PRODUCTS));
    }

    private static String sku(int product) {
        return "tea-" + product;
    }
}
