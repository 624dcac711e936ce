package dev.qingdan.command.stock;

import dev.qingdan.command.platform.Refusal;

/** Why stock says no. */
public sealed interface StockRefusal extends Refusal {

    record OutOfStock(String sku, int asked, int available) implements StockRefusal {}

    record NotReserved(String sku, int asked, int reserved) implements StockRefusal {}

    record ShelfFull(String sku, int limit) implements StockRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case OutOfStock _ -> "stock.out-of-stock";
            case NotReserved _ -> "stock.not-reserved";
            case ShelfFull _ -> "stock.shelf-full";
        };
    }

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    default String detail() {
        return switch (this) {
            case OutOfStock _ -> "There is not so much of this product left.";
            case NotReserved _ -> "Less than that is reserved.";
            case ShelfFull _ -> "No shelf holds so many pieces of one product.";
        };
    }
}
