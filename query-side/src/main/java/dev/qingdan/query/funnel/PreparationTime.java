package dev.qingdan.query.funnel;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderMadeReady;
import dev.qingdan.query.platform.calendar.ShopTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of the orders that were made ready in an hour had waited that many minutes since their
 * payment. A median cannot be added up, but these counts can, and the median is read off them: it
 * is exact to the whole minute, rounded down.
 *
 * @param minutes full minutes, at most {@link #LONGEST}
 */
record PreparationTime(String shopId, LocalDate day, int hour, int minutes, int orders) {

    /** A day or more: somebody forgot the order, and how long makes no difference. */
    static final int LONGEST = 1_440;

    static List<PreparationTime> counted(
            @Nullable FunnelOrder before, FunnelOrder after, OrderEvent event) {
        var paidAt = after.progress().paidAt();
        if (!(event instanceof OrderMadeReady ready) || paidAt == null) {
            return List.of();
        }
        // WeChat's clock says when it was paid, ours when it was ready
        var minutes = Math.clamp(Duration.between(paidAt, ready.readyAt()).toMinutes(), 0, LONGEST);
        return List.of(
                new PreparationTime(
                        after.shopId(),
                        ShopTime.dayOf(ready.readyAt()),
                        ShopTime.hourOf(ready.readyAt()),
                        minutes,
                        1));
    }
}
