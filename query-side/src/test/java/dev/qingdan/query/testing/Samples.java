package dev.qingdan.query.testing;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A projection for tests of the engine: a row for each order, and sums that many orders feed. */
public class Samples implements Projection {

    public record OrderLife(String orderId, String events, long version) implements Row {}

    public record Takings(String shopId, int orders, long revenue) {}

    public static final RowTable<OrderEvent, OrderLife> LIVES =
            new RowTable<>("order_life", OrderEvent.class, OrderLife.class, Samples::evolve);
    public static final TallyTable<OrderEvent, OrderLife, Takings> TAKINGS = takingsOff(LIVES);

    /** The same sums, counted off other folds of the same rows. */
    public static TallyTable<OrderEvent, OrderLife, Takings> takingsOff(
            RowTable<OrderEvent, OrderLife> lives) {
        return new TallyTable<>(
                "takings", lives, Takings.class, 1, (_, _, event) -> additions(event));
    }

    @Override
    public String name() {
        return "samples";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table> tables() {
        return List.of(LIVES, TAKINGS);
    }

    /** An order is poison when it is paid before it is placed. */
    private static OrderLife evolve(@Nullable OrderLife life, Recorded<OrderEvent> recorded) {
        var event = recorded.event();
        if (life == null && !(event instanceof OrderPlaced)) {
            throw new IllegalStateException("The order was never placed");
        }
        var before = life == null ? "" : life.events() + " ";
        return new OrderLife(
                event.orderId(), before + event.getClass().getSimpleName(), recorded.sequence());
    }

    private static List<Takings> additions(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> List.of(new Takings(placed.shopId(), 1, 0));
            case OrderPaid paid -> List.of(new Takings(Orders.SHOP, 0, paid.amount()));
            default -> List.of();
        };
    }
}
