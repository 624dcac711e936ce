package dev.qingdan.query.product;

import dev.qingdan.events.StockEvent;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockCorrected;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import org.jspecify.annotations.Nullable;

/** What lies on the shelf, and how much of it open orders hold. */
record StockLevel(String sku, int onHand, int reserved, long version) implements Row {

    static StockLevel evolve(@Nullable StockLevel row, Recorded<StockEvent> recorded) {
        var event = recorded.event();
        var before = row == null ? new StockLevel(event.sku(), 0, 0, -1) : row;
        return switch (event) {
            case StockReceived(_, var n, _) -> before.move(n, 0, recorded);
            case StockReserved(_, _, var n) -> before.move(0, n, recorded);
            case ReservationReleased(_, _, var n) -> before.move(0, -n, recorded);
            case StockIssued(_, _, var n) -> before.move(-n, -n, recorded);
            case StockCorrected(_, _, var difference, _) -> before.move(difference, 0, recorded);
        };
    }

    private StockLevel move(int shelf, int held, Recorded<StockEvent> recorded) {
        return new StockLevel(sku, onHand + shelf, reserved + held, recorded.sequence());
    }
}
