package dev.qingdan.command.stock;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.StockEvent.CorrectionReason;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of one product's stock. */
sealed interface StockCommand {

    String sku();

    @TargetAggregateIdentifier
    default String stream() {
        return new StreamId(AggregateType.STOCK, sku()).toString();
    }

    /** Goods came in. */
    record ReceiveStock(String sku, int quantity, String reference) implements StockCommand {}

    /** The shelf was counted. */
    record CorrectStock(String sku, int counted, CorrectionReason reason) implements StockCommand {}

    /** Hold pieces for an order. */
    record ReserveStock(String sku, String orderId, int quantity) implements StockCommand {}

    /** Give an order's pieces back. */
    record ReleaseReservation(String sku, String orderId, int quantity) implements StockCommand {}

    /** Take an order's pieces from the shelf. */
    record IssueStock(String sku, String orderId, int quantity) implements StockCommand {}
}
