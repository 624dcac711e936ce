package dev.qingdan.console.standin;

import static dev.qingdan.console.standin.TeaShop.object;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Forty products on twelve days in two shops, and one refund. */
final class SalesBooks {

    private static final int DAYS = 12;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    List<Map<String, Object>> days() {
        var days = new ArrayList<Map<String, Object>>();
        for (int ago = 0; ago < DAYS; ago++) {
            for (var shop : List.of(TeaShop.LAKE, TeaShop.STATION)) {
                var revenue = 180_000 + 40_000L * (ago * 5 % 7);
                var day = object("shopId", shop, "day", today.minusDays(ago).toString());
                day.putAll(object("orders", 40 + ago, "quantity", 70 + ago));
                day.putAll(object("revenue", revenue, "refunds", ago == 2 ? 12_800 : 0));
                days.add(day);
            }
        }
        return days;
    }

    List<Map<String, Object>> products() {
        var products = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 40; i++) {
            var day = today.minusDays(i / 4).toString();
            var product = object("shopId", TeaShop.LAKE, "day", day);
            product.putAll(object("sku", "longjing-50g", "name", "明前龙井 50g"));
            product.putAll(object("orders", 3 + i, "quantity", 5 + i));
            product.putAll(object("revenue", 6_800L * (5 + i), "refunds", i == 9 ? 6_800 : 0));
            products.add(product);
        }
        return products;
    }

    Map<String, Object> steps() {
        var steps = object("placed", 1_310, "paid", 1_092, "expired", 160, "cancelled", 61);
        steps.putAll(object("refunded", 3, "medianMinutesToReady", 7));
        return steps;
    }
}
