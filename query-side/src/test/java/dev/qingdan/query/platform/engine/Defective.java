package dev.qingdan.query.platform.engine;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.testing.Samples;
import java.util.List;

/** Folds that have a defect until it is mended: payments of some orders are poison. */
class Defective extends Samples {

    volatile boolean mended;

    private final RowTable<OrderEvent, OrderLife> lives =
            new RowTable<>(
                    "order_life",
                    OrderEvent.class,
                    OrderLife.class,
                    (row, recorded) -> {
                        if (!mended
                                && recorded.event() instanceof OrderPaid paid
                                && paid.orderId().startsWith("poisoned")) {
                            throw new IllegalStateException("A defect of ours");
                        }
                        return LIVES.evolution().evolve(row, recorded);
                    });

    @Override
    public List<Table> tables() {
        return List.of(lives, takingsOff(lives));
    }
}
