package dev.qingdan.console.standin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What both stand-ins know: shops, products and orders as the contract's JSON objects. */
final class TeaShop {

    static final String LAKE = "0198a000-0000-7000-8000-000000000001";
    static final String STATION = "0198a000-0000-7000-8000-000000000002";

    private static final String[][] GOODS = {
        {"longjing-50g", "明前龙井 50g", "绿茶", "6800", "42"},
        {"biluochun-50g", "碧螺春 50g", "绿茶", "5900", "4"},
        {"tieguanyin-100g", "铁观音 100g", "乌龙茶", "8800", "120"},
        {"dahongpao-50g", "大红袍 50g", "乌龙茶", "12800", "0"},
        {"baihao-yinzhen", "白毫银针 50g", "白茶", "9900", "18"},
        {"puer-cake-357g", "普洱熟饼 357g", "黑茶", "23800", "66"},
        {"jasmine-cup", "茉莉奶绿", "现制", "1600", "300"},
        {"oolong-cup", "桂花乌龙", "现制", "1800", "300"},
        {"matcha-cake", "抹茶蛋糕", "点心", "2800", "9"},
        {"gaiwan-white", "白瓷盖碗", "茶具", "15800", "7"},
    };

    final List<Map<String, Object>> shops = new ArrayList<>();
    final List<Map<String, Object>> products = new ArrayList<>();
    final List<Map<String, Object>> orders = new ArrayList<>();
    final List<Map<String, Object>> campaigns = new ArrayList<>();

    TeaShop() {
        shops.add(object("shopId", LAKE, "name", "西湖店"));
        shops.add(object("shopId", STATION, "name", "东站店"));
        for (var good : GOODS) {
            addProduct(
                    good[0],
                    LAKE,
                    good[1],
                    good[2],
                    Long.parseLong(good[3]),
                    Long.parseLong(good[4]));
        }
        var ways =
                List.of(
                        "PAID",
                        "PAID",
                        "AWAITING_PAYMENT",
                        "PREPARING",
                        "READY",
                        "COMPLETED",
                        "COMPLETED",
                        "CANCELLED",
                        "EXPIRED",
                        "REFUNDED");
        for (int number = 64; number > 0; number--) {
            var status = number > 54 ? ways.get(64 - number) : "COMPLETED";
            orders.add(
                    order(
                            number,
                            status,
                            Instant.now().minus((64L - number) * 7, ChronoUnit.MINUTES)));
        }
    }

    Map<String, Object> addProduct(
            String sku, String shopId, String name, String category, long price, long onHand) {
        var product = object("sku", sku, "shopId", shopId, "name", name, "category", category);
        product.putAll(
                object("price", price, "listed", !sku.equals("gaiwan-white"), "image", null));
        product.putAll(object("onHand", onHand, "reserved", 0L, "available", onHand, "version", 1));
        products.add(product);
        return product;
    }

    Map<String, Object> find(List<Map<String, Object>> among, String key, String value) {
        return among.stream()
                .filter(one -> value.equals(one.get(key)))
                .findFirst()
                .orElse(Map.of());
    }

    void move(Map<String, Object> order, String status, String event) {
        order.put("status", status);
        order.put("version", ((Number) order.get("version")).longValue() + 1);
        var timeline = new ArrayList<Object>((List<?>) order.get("timeline"));
        timeline.add(object("what", event, "at", Instant.now().toString()));
        order.put("timeline", timeline);
    }

    /** A buyer of a completed order wants the price of a cake back. */
    Map<String, Object> askForRefund() {
        var order = place("COMPLETED");
        var line = object("sku", "matcha-cake", "quantity", 1);
        var refund =
                object("refundId", refundOf((String) order.get("orderId")), "status", "REQUESTED");
        refund.putAll(object("amount", 2800, "lines", List.of(line)));
        refund.put("requestedAt", Instant.now().toString());
        order.put("refunds", List.of(refund));
        return order;
    }

    static String refundOf(String orderId) {
        return "refund-of-" + orderId;
    }

    List<Map<String, Object>> refunds() {
        return orders.stream()
                .filter(order -> order.get("refunds").toString().contains("REQUESTED"))
                .toList();
    }

    void settle(String refundId, String status) {
        for (var order : orders) {
            if (refundId.equals(refundOf((String) order.get("orderId")))) {
                var refund = (Map<?, ?>) ((List<?>) order.get("refunds")).getFirst();
                order.put("refunds", List.of(settled(refund, status)));
            }
        }
    }

    private static Map<Object, Object> settled(Map<?, ?> refund, String status) {
        var settled = new LinkedHashMap<Object, Object>(refund);
        settled.put("status", status);
        return settled;
    }

    /** With some of its coupons taken already. */
    void openCampaign(Map<String, Object> terms) {
        var campaign = object("campaignId", "campaign-" + campaigns.size());
        campaign.putAll(terms);
        campaign.putAll(object("status", "OPEN", "validFrom", Instant.now().toString()));
        int quantity = ((Number) terms.get("quantity")).intValue();
        campaign.putAll(object("taken", 12, "used", 5, "left", quantity - 12));
        campaigns.addFirst(campaign);
    }

    long count(String status) {
        return orders.stream().filter(order -> status.equals(order.get("status"))).count();
    }

    Map<String, Object> place(String status) {
        var order = order(orders.size() + 1, status, Instant.now());
        orders.addFirst(order);
        return order;
    }

    private static Map<String, Object> order(int number, String status, Instant at) {
        var id = "0198b000-0000-7000-8000-%012d".formatted(number);
        var order = object("orderId", id, "number", "1122-%04d".formatted(number));
        order.putAll(object("shopId", number % 3 == 0 ? STATION : LAKE, "status", status));
        order.put("partlyRefunded", number == 58);
        order.put(
                "lines",
                List.of(
                        object(
                                "sku",
                                "jasmine-cup",
                                "name",
                                "茉莉奶绿",
                                "unitPrice",
                                1600,
                                "quantity",
                                2,
                                "amount",
                                3200),
                        object(
                                "sku",
                                "matcha-cake",
                                "name",
                                "抹茶蛋糕",
                                "unitPrice",
                                2800,
                                "quantity",
                                1,
                                "amount",
                                2800)));
        order.putAll(object("total", 6000, "discount", 0, "payable", 6000, "version", 3));
        order.putAll(
                object("placedAt", at.toString(), "payBefore", at.plusSeconds(900).toString()));
        var unpaid = List.of("AWAITING_PAYMENT", "EXPIRED").contains(status);
        order.put(
                "payments",
                unpaid
                        ? List.of()
                        : List.of(
                                object(
                                        "paymentId",
                                        "p",
                                        "amount",
                                        6000,
                                        "paidAt",
                                        at.plusSeconds(20).toString(),
                                        "late",
                                        false)));
        order.put(
                "refunds",
                !status.equals("REFUNDED")
                        ? List.of()
                        : List.of(
                                object(
                                        "refundId",
                                        "r",
                                        "amount",
                                        6000,
                                        "status",
                                        "COMPLETED",
                                        "requestedAt",
                                        at.plusSeconds(90).toString())));
        var timeline =
                new ArrayList<Object>(List.of(object("what", "OrderPlaced", "at", at.toString())));
        if (!unpaid) {
            timeline.add(object("what", "OrderPaid", "at", at.plusSeconds(20).toString()));
        }
        order.put("timeline", timeline);
        return order;
    }

    static Map<String, Object> object(Object... pairs) {
        var object = new LinkedHashMap<String, Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            object.put((String) pairs[at], pairs[at + 1]);
        }
        return object;
    }
}
