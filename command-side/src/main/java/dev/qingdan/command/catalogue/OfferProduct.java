package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Make the product be like this, new or not.
 *
 * @param shopId needed while the product is new; later it may only be the same
 * @param price of one piece, in fen
 */
record OfferProduct(
        String sku,
        @Nullable String shopId,
        String name,
        String category,
        long price,
        boolean listed,
        @Nullable String image) {

    @TargetAggregateIdentifier
    String stream() {
        return new StreamId(AggregateType.PRODUCT, sku).toString();
    }
}
