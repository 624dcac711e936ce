package dev.qingdan.events;

import org.jspecify.annotations.Nullable;

/** The life of one product; a sku belongs to one shop for ever. */
public sealed interface ProductEvent extends CatalogueEvent {

    String sku();

    @Override
    default String aggregateId() {
        return sku();
    }

    /** A new product, not yet listed; the price is for one piece, in fen. */
    record ProductAdded(
            String sku,
            String shopId,
            String name,
            String category,
            long price,
            @Nullable String image)
            implements ProductEvent {}

    /** The product now reads and looks like this. */
    record ProductDescribed(String sku, String name, String category, @Nullable String image)
            implements ProductEvent {}

    /** Orders placed from now on pay {@code price} fen a piece. */
    record PriceChanged(String sku, long formerPrice, long price) implements ProductEvent {}

    /** Members can see and order the product. */
    record ProductListed(String sku) implements ProductEvent {}

    /** Members can no longer see or order the product; open orders stand. */
    record ProductDelisted(String sku) implements ProductEvent {}
}
