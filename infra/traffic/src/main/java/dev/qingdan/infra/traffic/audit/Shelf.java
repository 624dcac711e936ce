package dev.qingdan.infra.traffic.audit;

import dev.qingdan.events.StockEvent;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockCorrected;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;

/** The counts of one sku. */
record Shelf(int onHand, int reserved) {

    static final Shelf EMPTY = new Shelf(0, 0);

    Shelf after(StockEvent event) {
        return switch (event) {
            case StockReceived it -> new Shelf(onHand + it.quantity(), reserved);
            case StockReserved it -> new Shelf(onHand, reserved + it.quantity());
            case ReservationReleased it -> new Shelf(onHand, reserved - it.quantity());
            case StockIssued it -> new Shelf(onHand - it.quantity(), reserved - it.quantity());
            case StockCorrected it -> new Shelf(it.counted(), reserved);
        };
    }

    /** A count that found less than was promised is a shortage, but not a fault of the books. */
    boolean isOversoldBy(StockEvent event) {
        return event instanceof StockReserved && reserved > onHand;
    }
}
