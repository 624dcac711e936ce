package dev.qingdan.command.order;

import dev.qingdan.command.campaign.Coupons;
import dev.qingdan.command.stock.StockLedger;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What orders keep from others, in the unit of work of the order that no longer keeps it. */
@Component
class OrderHoldings {

    private final StockLedger stock;
    private final Coupons coupons;

    OrderHoldings(StockLedger stock, Coupons coupons) {
        this.stock = stock;
        this.coupons = coupons;
    }

    /**
     * Others can have the stock that the order held before and holds no longer, and the member the
     * coupon of an order that has now ended without goods.
     */
    void free(Order before, Order after) {
        var couponId = before.placed().couponId();
        if (couponId != null && after.isCalledOff() && !before.isCalledOff()) {
            coupons.giveBack(couponId, before.id());
        }
        stock.release(before.id(), difference(before.held(), after.held()));
    }

    private static Map<String, Integer> difference(
            Map<String, Integer> before, Map<String, Integer> after) {
        var difference = new HashMap<>(before);
        after.forEach((sku, pieces) -> difference.merge(sku, -pieces, Integer::sum));
        difference.values().removeIf(pieces -> pieces == 0);
        return difference;
    }
}
