package dev.qingdan.query.funnel;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import org.jspecify.annotations.Nullable;

/** What the counting has to remember of an order. */
record FunnelOrder(String orderId, String shopId, Progress progress, long version) implements Row {

    static FunnelOrder evolve(@Nullable FunnelOrder order, Recorded<OrderEvent> recorded) {
        if (recorded.event() instanceof OrderPlaced placed) {
            return new FunnelOrder(
                    placed.orderId(), placed.shopId(), Progress.NONE, recorded.sequence());
        }
        if (order == null) {
            throw new IllegalStateException("The order was never placed");
        }
        return new FunnelOrder(
                order.orderId(),
                order.shopId(),
                order.progress().after(recorded.event()),
                recorded.sequence());
    }
}
