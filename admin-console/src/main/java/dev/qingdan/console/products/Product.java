package dev.qingdan.console.products;

import org.jspecify.annotations.Nullable;

/** A product with its stock, as query-side shows it to staff. */
record Product(
        String sku,
        String shopId,
        String name,
        @Nullable String category,
        long price,
        boolean listed,
        @Nullable String image,
        long onHand,
        long reserved,
        long available,
        long version) {

    private static final long SCARCE = 5;

    /** What staff should see without reading the number. */
    enum Supply {
        PLENTY,
        SCARCE,
        NONE
    }

    public Supply getSupply() {
        if (available <= 0) {
            return Supply.NONE;
        }
        return available <= SCARCE ? Supply.SCARCE : Supply.PLENTY;
    }

    /** Stands in for a picture. */
    public String getInitial() {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
