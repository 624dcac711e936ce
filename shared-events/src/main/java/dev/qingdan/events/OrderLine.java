package dev.qingdan.events;

/** One product of an order at the price of the moment; {@code amount} is price times quantity. */
public record OrderLine(String sku, String name, long unitPrice, int quantity, long amount) {

    public static OrderLine of(String sku, String name, long unitPrice, int quantity) {
        return new OrderLine(
                sku, name, unitPrice, quantity, Math.multiplyExact(unitPrice, quantity));
    }
}
