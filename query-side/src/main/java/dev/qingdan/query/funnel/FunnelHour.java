package dev.qingdan.query.funnel;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.query.platform.calendar.ShopTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of a shop's orders took which step in one hour: each step counts in the hour in which it
 * was taken, so an order of 9:59 may be paid in the hour after.
 *
 * @param refunded orders of which money went back for the first time
 */
record FunnelHour(
        String shopId,
        LocalDate day,
        int hour,
        int placed,
        int paid,
        int expired,
        int cancelled,
        int refunded) {

    static List<FunnelHour> counted(
            @Nullable FunnelOrder before, FunnelOrder after, OrderEvent event) {
        var shop = after.shopId();
        return switch (event) {
            case OrderPlaced placed -> step(shop, placed.placedAt(), 1, 0, 0, 0, 0);
            case OrderPaid paid -> step(shop, paid.paidAt(), 0, 1, 0, 0, 0);
            case OrderExpired expired -> step(shop, expired.expiredAt(), 0, 0, 1, 0, 0);
            case OrderCancelled cancelled -> step(shop, cancelled.cancelledAt(), 0, 0, 0, 1, 0);
            case RefundCompleted done when before != null && firstRefund(before, after) ->
                    step(shop, done.completedAt(), 0, 0, 0, 0, 1);
            default -> List.of();
        };
    }

    private static boolean firstRefund(FunnelOrder before, FunnelOrder after) {
        return after.progress().refunded() && !before.progress().refunded();
    }

    private static List<FunnelHour> step(
            String shop,
            Instant at,
            int placed,
            int paid,
            int expired,
            int cancelled,
            int refunded) {
        return List.of(
                new FunnelHour(
                        shop,
                        ShopTime.dayOf(at),
                        ShopTime.hourOf(at),
                        placed,
                        paid,
                        expired,
                        cancelled,
                        refunded));
    }
}
