package dev.qingdan.query.funnel;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The steps that each shop's orders take, by hour. */
@Component
class FunnelProjection implements Projection {

    static final String NAME = "funnel";

    static final RowTable<OrderEvent, FunnelOrder> ORDERS =
            new RowTable<>(
                    "funnel_order", OrderEvent.class, FunnelOrder.class, FunnelOrder::evolve);
    static final TallyTable<OrderEvent, FunnelOrder, FunnelHour> HOURS =
            new TallyTable<>("funnel_hour", ORDERS, FunnelHour.class, 3, FunnelHour::counted);
    static final TallyTable<OrderEvent, FunnelOrder, PreparationTime> TIMES =
            new TallyTable<>(
                    "preparation_time", ORDERS, PreparationTime.class, 4, PreparationTime::counted);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(100);
    }

    @Override
    public List<Table> tables() {
        return List.of(ORDERS, HOURS, TIMES);
    }
}
