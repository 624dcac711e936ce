package dev.qingdan.query.sales;

import dev.qingdan.events.OrderEvent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shop's day: an order of several products is one order here. */
record ShopSales(
        String shopId, LocalDate day, int orders, int quantity, long revenue, long refunds) {

    static List<ShopSales> counted(@Nullable SoldOrder before, SoldOrder after, OrderEvent event) {
        var byProduct = ProductSales.counted(before, after, event);
        return byProduct.isEmpty() ? List.of() : List.of(together(byProduct));
    }

    private static ShopSales together(List<ProductSales> byProduct) {
        return byProduct.stream()
                .map(sales ->
                        new ShopSales(
                                sales.shopId(),
                                sales.day(),
                                sales.orders(),
                                sales.quantity(),
                                sales.revenue(),
                                sales.refunds()))
                .reduce(ShopSales::and)
                .orElseThrow();
    }

    /** More of the same order. */
    private ShopSales and(ShopSales other) {
        return new ShopSales(
                shopId,
                day,
                Math.max(orders, other.orders),
                quantity + other.quantity,
                revenue + other.revenue,
                refunds + other.refunds);
    }
}
