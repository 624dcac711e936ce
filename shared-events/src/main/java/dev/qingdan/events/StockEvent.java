package dev.qingdan.events;

/**
 * The movements of one product's stock, in pieces.
 *
 * <p>On hand is what lies on the shelf; available is on hand less what open orders have reserved.
 */
public sealed interface StockEvent extends DomainEvent {

    String sku();

    @Override
    default String aggregateId() {
        return sku();
    }

    /** Goods came in: on hand rises. {@code reference} names the delivery. */
    record StockReceived(String sku, int quantity, String reference) implements StockEvent {}

    /** An accepted order holds these pieces: available falls, on hand stays. */
    record StockReserved(String sku, String orderId, int quantity) implements StockEvent {}

    /** An order that ended without goods gives its pieces back: available rises. */
    record ReservationReleased(String sku, String orderId, int quantity) implements StockEvent {}

    /** The shop took an order's pieces from the shelf: on hand and reserved fall together. */
    record StockIssued(String sku, String orderId, int quantity) implements StockEvent {}

    /** The shelf was counted; {@code difference} is counted less what on hand said before. */
    record StockCorrected(String sku, int counted, int difference, CorrectionReason reason)
            implements StockEvent {}

    /** Why a count differed from the books. */
    enum CorrectionReason {
        COUNT,
        DAMAGE,
        LOSS,
        EXPIRY,
        OTHER
    }
}
