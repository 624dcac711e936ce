package dev.qingdan.command.stock;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.stock.StockCommand.IssueStock;
import dev.qingdan.command.stock.StockCommand.ReleaseReservation;
import dev.qingdan.command.stock.StockCommand.ReserveStock;
import dev.qingdan.command.stock.StockRefusal.OutOfStock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Changes the stock of an order's products, inside of the unit of work that decides the order:
 * either all of it happens together with the order's own events or none of it.
 *
 * <p>Stocks are locked in the order of their skus, after the order itself, so that two orders of
 * the same products cannot wait for each other.
 */
@Component
public class StockLedger {

    private final Repository<StockAggregate> stocks;

    StockLedger(Repository<StockAggregate> stocks) {
        this.stocks = stocks;
    }

    /** Refuses with {@link OutOfStock} where there is too little of any of them. */
    public void reserve(String orderId, Map<String, Integer> quantities) {
        change(quantities, (sku, quantity) -> new ReserveStock(sku, orderId, quantity));
    }

    /** The order ended without goods. */
    public void release(String orderId, Map<String, Integer> quantities) {
        change(quantities, (sku, quantity) -> new ReleaseReservation(sku, orderId, quantity));
    }

    /** The shop takes the goods from the shelf. */
    public void issue(String orderId, Map<String, Integer> quantities) {
        change(quantities, (sku, quantity) -> new IssueStock(sku, orderId, quantity));
    }

    private void change(
            Map<String, Integer> quantities, BiFunction<String, Integer, StockCommand> command) {
        new TreeMap<>(quantities)
                .forEach((sku, quantity) -> run(command.apply(sku, quantity), quantity));
    }

    private void run(StockCommand command, int quantity) {
        try {
            stocks.load(command.stream()).invoke(stock -> stock.run(command));
        } catch (AggregateNotFoundException _) {
            // Nothing of it was ever received.
            throw new CommandRefused(new OutOfStock(command.sku(), quantity, 0));
        }
    }
}
