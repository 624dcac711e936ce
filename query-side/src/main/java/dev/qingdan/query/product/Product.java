package dev.qingdan.query.product;

import dev.qingdan.events.ProductEvent;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductDelisted;
import dev.qingdan.events.ProductEvent.ProductDescribed;
import dev.qingdan.events.ProductEvent.ProductListed;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import org.jspecify.annotations.Nullable;

/** A product as its shop describes it now. */
record Product(
        String sku,
        String shopId,
        String name,
        String category,
        long price,
        boolean listed,
        @Nullable String image,
        long version)
        implements Row {

    static Product evolve(@Nullable Product row, Recorded<ProductEvent> recorded) {
        long version = recorded.sequence();
        return switch (recorded.event()) {
            case ProductAdded(var sku, var shop, var name, var category, var price, var image) ->
                    new Product(sku, shop, name, category, price, false, image, version);
            case ProductDescribed(_, var name, var category, var image) ->
                    known(row).described(name, category, image, version);
            case PriceChanged(_, _, var price) -> known(row).priced(price, version);
            case ProductListed _ -> known(row).listed(true, version);
            case ProductDelisted _ -> known(row).listed(false, version);
        };
    }

    private static Product known(@Nullable Product row) {
        if (row == null) {
            throw new IllegalStateException("The product was never added");
        }
        return row;
    }

    private Product described(
            String newName, String newCategory, @Nullable String newImage, long newVersion) {
        return new Product(sku, shopId, newName, newCategory, price, listed, newImage, newVersion);
    }

    private Product priced(long newPrice, long newVersion) {
        return new Product(sku, shopId, name, category, newPrice, listed, image, newVersion);
    }

    private Product listed(boolean now, long newVersion) {
        return new Product(sku, shopId, name, category, price, now, image, newVersion);
    }
}
