package dev.qingdan.query.product;

import dev.qingdan.query.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** A product with its stock, as staff see it. */
record ProductView(
        String sku,
        String shopId,
        String name,
        String category,
        long price,
        boolean listed,
        @Nullable String image,
        int onHand,
        int reserved,
        int available,
        long version) {

    /** As a member sees it: nothing of what only staff should know. */
    record Offer(
            String sku,
            String shopId,
            String name,
            String category,
            long price,
            @Nullable String image,
            int available) {}

    Offer offer() {
        return new Offer(sku, shopId, name, category, price, image, available);
    }

    Cursor cursor() {
        return Cursor.after(sku);
    }
}
