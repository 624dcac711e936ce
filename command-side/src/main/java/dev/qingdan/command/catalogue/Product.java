package dev.qingdan.command.catalogue;

import static dev.qingdan.command.platform.Decision.refuse;
import static java.util.Objects.requireNonNull;

import dev.qingdan.command.platform.Decision;
import dev.qingdan.command.platform.Decision.Accepted;
import dev.qingdan.events.ProductEvent;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductDelisted;
import dev.qingdan.events.ProductEvent.ProductDescribed;
import dev.qingdan.events.ProductEvent.ProductListed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product as its shop offers it.
 *
 * @param price of one piece, in fen
 * @param listed whether it can be ordered
 */
public record Product(
        String sku,
        String shopId,
        String name,
        String category,
        long price,
        boolean listed,
        @Nullable String image) {

    /**
     * @param product null before the first offer
     */
    static Decision<ProductEvent> decide(@Nullable Product product, OfferProduct offer) {
        return product == null ? add(offer) : product.change(offer);
    }

    private static Decision<ProductEvent> add(OfferProduct offer) {
        if (offer.shopId() == null) {
            return refuse(new CatalogueRefusal.ShopNeeded(offer.sku()));
        }
        var added =
                new ProductAdded(
                        offer.sku(),
                        offer.shopId(),
                        offer.name(),
                        offer.category(),
                        offer.price(),
                        offer.image());
        return offer.listed()
                ? Decision.accept(added, new ProductListed(offer.sku()))
                : Decision.accept(added);
    }

    /** Only what differs is an event, so the same offer again changes nothing. */
    private Decision<ProductEvent> change(OfferProduct offer) {
        if (offer.shopId() != null && !offer.shopId().equals(shopId)) {
            return refuse(new CatalogueRefusal.OtherShops(sku));
        }
        List<ProductEvent> events = new ArrayList<>();
        if (!describes(offer)) {
            events.add(new ProductDescribed(sku, offer.name(), offer.category(), offer.image()));
        }
        if (offer.price() != price) {
            events.add(new PriceChanged(sku, price, offer.price()));
        }
        if (offer.listed() != listed) {
            events.add(offer.listed() ? new ProductListed(sku) : new ProductDelisted(sku));
        }
        return new Accepted<>(events);
    }

    private boolean describes(OfferProduct offer) {
        return offer.name().equals(name)
                && offer.category().equals(category)
                && Objects.equals(offer.image(), image);
    }

    static Product evolve(@Nullable Product before, ProductEvent event) {
        return switch (event) {
            case ProductAdded(var sku, var shopId, var name, var category, var price, var image) ->
                    new Product(sku, shopId, name, category, price, false, image);
            case ProductDescribed(_, var name, var category, var image) ->
                    requireNonNull(before).described(name, category, image);
            case PriceChanged(_, _, var price) -> requireNonNull(before).priced(price);
            case ProductListed _ -> requireNonNull(before).listed(true);
            case ProductDelisted _ -> requireNonNull(before).listed(false);
        };
    }

    private Product described(String newName, String newCategory, @Nullable String newImage) {
        return new Product(sku, shopId, newName, newCategory, price, listed, newImage);
    }

    private Product priced(long newPrice) {
        return new Product(sku, shopId, name, category, newPrice, listed, image);
    }

    private Product listed(boolean nowListed) {
        return new Product(sku, shopId, name, category, price, nowListed, image);
    }
}
