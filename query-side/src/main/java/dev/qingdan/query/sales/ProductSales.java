package dev.qingdan.query.sales;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.query.platform.calendar.ShopTime;
import dev.qingdan.query.sales.Sale.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one product brought a shop on one day.
 *
 * @param orders that were paid on the day and have the product in them
 * @param revenue what was paid for it, discounts taken off
 * @param refunds what went back on the day, of whatever day's revenue
 */
record ProductSales(
        String shopId,
        LocalDate day,
        String sku,
        int orders,
        int quantity,
        long revenue,
        long refunds) {

    static List<ProductSales> counted(
            @Nullable SoldOrder before, SoldOrder after, OrderEvent event) {
        var items = after.sale().items();
        return switch (event) {
            case OrderPaid paid ->
                    items.stream()
                            .map(item -> sold(after.shopId(), ShopTime.dayOf(paid.paidAt()), item))
                            .toList();
            case RefundCompleted done when before != null ->
                    IntStream.range(0, items.size())
                            .mapToObj(i ->
                                    givenBack(
                                            after.shopId(),
                                            ShopTime.dayOf(done.completedAt()),
                                            before.sale().items().get(i),
                                            items.get(i)))
                            .filter(sales -> sales.refunds() != 0)
                            .toList();
            default -> List.of();
        };
    }

    private static ProductSales sold(String shopId, LocalDate day, Item item) {
        return new ProductSales(shopId, day, item.sku(), 1, item.quantity(), item.revenue(), 0);
    }

    private static ProductSales givenBack(String shopId, LocalDate day, Item before, Item after) {
        var refund = after.refunded() - before.refunded();
        return new ProductSales(shopId, day, after.sku(), 0, 0, 0, refund);
    }
}
