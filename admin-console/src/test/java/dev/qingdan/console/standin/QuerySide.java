package dev.qingdan.console.standin;

import static dev.qingdan.console.standin.TeaShop.object;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Views; what is under {@code /ops} is {@link Projections}' part. */
final class QuerySide {

    final Projections projections = new Projections();
    private final TeaShop shop;
    private final SalesBooks sales = new SalesBooks();

    QuerySide(TeaShop shop) {
        this.shop = shop;
    }

    void handle(Exchange exchange) throws IOException {
        var path = exchange.path();
        switch (String.join("/", path)) {
            case "api/v1/shops" -> exchange.answer(200, object("items", shop.shops, "next", null));
            case "api/v1/staff/overview" -> exchange.answer(200, overview());
            case "api/v1/staff/orders" -> exchange.answer(200, orders(exchange.query()));
            case "api/v1/staff/refunds" ->
                    exchange.answer(200, page(shop.refunds(), exchange.query()));
            case "api/v1/staff/campaigns" ->
                    exchange.answer(200, page(shop.campaigns, exchange.query()));
            case "api/v1/staff/sales" ->
                    exchange.answer(200, page(sales.products(), exchange.query()));
            case "api/v1/staff/funnel/total" -> exchange.answer(200, sales.steps());
            case "api/v1/staff/sales/days" ->
                    exchange.answer(200, page(sales.days(), exchange.query()));
            case "api/v1/staff/products" -> exchange.answer(200, products(exchange.query()));
            default -> {
                if (path[0].equals("ops")) {
                    projections.handle(exchange, path);
                } else {
                    one(exchange, path);
                }
            }
        }
    }

    private void one(Exchange exchange, String[] path) throws IOException {
        boolean order = path[3].equals("orders");
        var found =
                order
                        ? shop.find(shop.orders, "orderId", path[4])
                        : shop.find(shop.products, "sku", path[4]);
        if (found.isEmpty()) {
            exchange.refuse(404, order ? "order.not-found" : "product.not-found", Map.of());
        } else {
            exchange.answer(200, found);
        }
    }

    private Map<String, Object> overview() {
        return object(
                "ordersToday",
                shop.orders.size(),
                "revenueToday",
                361_250,
                "awaitingPayment",
                shop.count("AWAITING_PAYMENT"),
                "toAccept",
                shop.count("PAID"),
                "preparing",
                shop.count("PREPARING"),
                "ready",
                shop.count("READY"));
    }

    private Map<String, Object> orders(Map<String, String> query) {
        var found =
                shop.orders.stream()
                        .filter(order ->
                                matches(order, "shopId", query) && matches(order, "status", query))
                        .filter(order ->
                                text(order, "number").startsWith(query.getOrDefault("number", "")))
                        .toList();
        return page(found, query);
    }

    private Map<String, Object> products(Map<String, String> query) {
        var wanted = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
        var found =
                shop.products.stream()
                        .filter(product -> matches(product, "shopId", query))
                        .filter(product ->
                                text(product, "name").contains(wanted)
                                        || text(product, "sku").contains(wanted))
                        .toList();
        return page(found, query);
    }

    private static String text(Map<String, Object> one, String key) {
        return one.get(key).toString().toLowerCase(Locale.ROOT);
    }

    private static boolean matches(Map<String, Object> one, String key, Map<String, String> query) {
        return !query.containsKey(key) || query.get(key).equals(one.get(key));
    }

    private static Map<String, Object> page(
            List<Map<String, Object>> found, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        int to = Math.min(found.size(), from + Integer.parseInt(query.getOrDefault("limit", "20")));
        return object("items", found.subList(from, to), "next", to < found.size() ? "" + to : null);
    }
}
