package dev.qingdan.query.sales;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import org.jspecify.annotations.Nullable;

/** What the counting has to remember of an order. */
record SoldOrder(String orderId, String shopId, Sale sale, long version) implements Row {

    static SoldOrder evolve(@Nullable SoldOrder order, Recorded<OrderEvent> recorded) {
        if (recorded.event() instanceof OrderPlaced placed) {
            return new SoldOrder(
                    placed.orderId(), placed.shopId(), Sale.of(placed), recorded.sequence());
        }
        if (order == null) {
            throw new IllegalStateException("The order was never placed");
        }
        return new SoldOrder(
                order.orderId(),
                order.shopId(),
                order.sale().after(recorded.event()),
                recorded.sequence());
    }
}
