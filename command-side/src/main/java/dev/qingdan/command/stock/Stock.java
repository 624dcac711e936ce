package dev.qingdan.command.stock;

import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;

import dev.qingdan.command.platform.Decision;
import dev.qingdan.command.stock.StockCommand.CorrectStock;
import dev.qingdan.command.stock.StockCommand.IssueStock;
import dev.qingdan.command.stock.StockCommand.ReceiveStock;
import dev.qingdan.command.stock.StockCommand.ReleaseReservation;
import dev.qingdan.command.stock.StockCommand.ReserveStock;
import dev.qingdan.command.stock.StockRefusal.NotReserved;
import dev.qingdan.command.stock.StockRefusal.OutOfStock;
import dev.qingdan.command.stock.StockRefusal.ShelfFull;
import dev.qingdan.events.StockEvent;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockCorrected;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;

/**
 * One product's stock in pieces. Only counts, never who reserved: the order, decided in the same
 * unit of work, knows what it holds and stops every repetition, so a hot product stays small.
 */
record Stock(int onHand, int reserved) {

    static final Stock NONE = new Stock(0, 0);

    static final int SHELF = 100_000_000;

    /** Negative after a count that found less than is promised. */
    int available() {
        return onHand - reserved;
    }

    Decision<StockEvent> decide(StockCommand command) {
        return switch (command) {
            case ReceiveStock(var sku, var quantity, _) when quantity > SHELF - onHand ->
                    refuse(new ShelfFull(sku, SHELF));
            case ReceiveStock(var sku, var quantity, var reference) ->
                    accept(new StockReceived(sku, quantity, reference));
            case CorrectStock(_, var counted, _) when counted == onHand -> accept();
            case CorrectStock(var sku, var counted, var reason) ->
                    accept(new StockCorrected(sku, counted, counted - onHand, reason));
            case ReserveStock(var sku, _, var quantity) when quantity > available() ->
                    refuse(new OutOfStock(sku, quantity, Math.max(0, available())));
            case ReserveStock(var sku, var orderId, var quantity) ->
                    accept(new StockReserved(sku, orderId, quantity));
            case ReleaseReservation(var sku, _, var quantity) when quantity > reserved ->
                    refuse(new NotReserved(sku, quantity, reserved));
            case ReleaseReservation(var sku, var orderId, var quantity) ->
                    accept(new ReservationReleased(sku, orderId, quantity));
            case IssueStock(var sku, _, var quantity) when quantity > reserved ->
                    refuse(new NotReserved(sku, quantity, reserved));
            case IssueStock(var sku, _, var quantity) when quantity > onHand ->
                    refuse(new OutOfStock(sku, quantity, onHand));
            case IssueStock(var sku, var orderId, var quantity) ->
                    accept(new StockIssued(sku, orderId, quantity));
        };
    }

    Stock evolve(StockEvent event) {
        return switch (event) {
            case StockReceived(_, var quantity, _) -> new Stock(onHand + quantity, reserved);
            case StockCorrected(_, var counted, _, _) -> new Stock(counted, reserved);
            case StockReserved(_, _, var quantity) -> new Stock(onHand, reserved + quantity);
            case ReservationReleased(_, _, var quantity) -> new Stock(onHand, reserved - quantity);
            case StockIssued(_, _, var quantity) ->
                    new Stock(onHand - quantity, reserved - quantity);
        };
    }
}
