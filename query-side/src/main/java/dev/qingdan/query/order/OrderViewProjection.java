package dev.qingdan.query.order;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every order, as the events of its life leave it. */
@Component
class OrderViewProjection implements Projection {

    static final String NAME = "order_view";

    static final RowTable<OrderEvent, OrderRow> TABLE =
            new RowTable<>(
                    "order_view", OrderEvent.class, OrderRow.class, OrderViewProjection::evolve);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    static OrderRow evolve(@Nullable OrderRow row, Recorded<OrderEvent> recorded) {
        if (recorded.event() instanceof OrderPlaced placed) {
            return OrderRow.of(placed.memberId(), OrderSketch.of(placed).view(recorded));
        }
        if (row == null) {
            throw new IllegalStateException("The order was never placed");
        }
        var sketch = new OrderSketch(row.document());
        sketch.apply(recorded.event());
        return OrderRow.of(row.memberId(), sketch.view(recorded));
    }
}
