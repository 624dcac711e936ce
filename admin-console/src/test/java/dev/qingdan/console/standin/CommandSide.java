package dev.qingdan.console.standin;

import static dev.qingdan.console.standin.TeaShop.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Staff commands; each idempotency key is written down. */
final class CommandSide {

    private static final String PICKUP_CODE = "4711";

    final List<String> keys = new ArrayList<>();
    private final TeaShop shop;
    private String relayState = "IDLE";

    CommandSide(TeaShop shop) {
        this.shop = shop;
    }

    void handle(Exchange exchange) throws IOException {
        var path = exchange.path();
        if (List.of("events", "event-types", "aggregates").contains(path[1])) {
            Events.handle(exchange);
            return;
        }
        if (exchange.method().equals("GET")) {
            exchange.answer(200, path[1].equals("relay") ? relay() : texts(path[2]));
            return;
        }
        if (path[1].equals("relay")) {
            relayState = path[2].equals("pause") ? "PAUSED" : "IDLE";
            exchange.answer(200, relay());
            return;
        }
        keys.add(exchange.header("Idempotency-Key"));
        switch (path[3]) {
            case "orders" -> order(exchange, shop.find(shop.orders, "orderId", path[4]), path[5]);
            case "products" -> product(exchange, path[4]);
            case "stock" -> stock(exchange, shop.find(shop.products, "sku", path[4]), path[5]);
            case "refunds" -> refund(exchange, path[4], path[5]);
            case "campaigns" -> campaign(exchange, path);
            default -> {
                var opened =
                        object(
                                "shopId",
                                "0198a000-0000-7000-8000-000000000009",
                                "name",
                                exchange.body().get("name"));
                shop.shops.add(opened);
                exchange.answer(201, opened);
            }
        }
    }

    private Map<String, Object> relay() {
        return object("position", 128_400, "head", 128_400, "lag", 0, "state", relayState);
    }

    private void order(Exchange exchange, Map<String, Object> order, String what)
            throws IOException {
        switch (what) {
            case "acceptance" -> shop.move(order, "PREPARING", "OrderAccepted");
            case "readiness" -> shop.move(order, "READY", "OrderMadeReady");
            default -> {
                if (!PICKUP_CODE.equals(exchange.body().get("pickupCode"))) {
                    exchange.refuse(409, "order.wrong-pickup-code", Map.of());
                    return;
                }
                shop.move(order, "COMPLETED", "OrderHandedOver");
            }
        }
        exchange.answer(200, object("status", order.get("status")));
    }

    private static Map<String, Object> texts(String orderId) {
        var refund = object("refundId", TeaShop.refundOf(orderId), "reason", "茶是凉的");
        return object("note", "少冰，谢谢！", "refunds", List.of(refund));
    }

    private void refund(Exchange exchange, String refundId, String what) throws IOException {
        var reason = what.equals("rejection") ? exchange.body().get("reason") : "";
        shop.settle(refundId, reason.equals("") ? "APPROVED" : "REJECTED");
        exchange.answer(200, object("refundId", refundId));
    }

    private void campaign(Exchange exchange, String[] path) throws IOException {
        if (path.length > 5) {
            shop.find(shop.campaigns, "campaignId", path[4]).putAll(object("status", "CLOSED"));
            exchange.answer(200, object("campaignId", path[4]));
            return;
        }
        shop.openCampaign(exchange.body());
        exchange.answer(201, object("campaignId", shop.campaigns.getFirst().get("campaignId")));
    }

    private void product(Exchange exchange, String sku) throws IOException {
        var body = exchange.body();
        var product = shop.find(shop.products, "sku", sku);
        if (product.isEmpty()) {
            product = shop.addProduct(sku, (String) body.get("shopId"), "", "", 0, 0);
        }
        product.putAll(body);
        exchange.answer(200, object("sku", sku, "version", 2));
    }

    private void stock(Exchange exchange, Map<String, Object> product, String what)
            throws IOException {
        var body = exchange.body();
        var before = ((Number) product.get("onHand")).longValue();
        var after =
                what.equals("receipts")
                        ? before + ((Number) body.get("quantity")).longValue()
                        : ((Number) body.get("counted")).longValue();
        product.put("onHand", after);
        product.put("available", after);
        exchange.answer(
                what.equals("receipts") ? 201 : 200, object("onHand", after, "available", after));
    }
}
