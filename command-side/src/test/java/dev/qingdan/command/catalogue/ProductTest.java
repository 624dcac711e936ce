package dev.qingdan.command.catalogue;

import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.catalogue.CatalogueRefusal.OtherShops;
import dev.qingdan.command.catalogue.CatalogueRefusal.ShopNeeded;
import dev.qingdan.events.ProductEvent;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductDelisted;
import dev.qingdan.events.ProductEvent.ProductDescribed;
import dev.qingdan.events.ProductEvent.ProductListed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final ProductEvent ADDED =
            new ProductAdded("tea", "shop-1", "Longjing", "green", 6800, null);
    private static final ProductEvent LISTED = new ProductListed("tea");

    @Test
    void a_new_product_needs_a_shop() {
        assertThat(Product.decide(null, offer(null, "Longjing", 6800, true)))
                .isEqualTo(refuse(new ShopNeeded("tea")));
    }

    @Test
    void a_new_product_may_be_listed_at_once() {
        assertThat(Product.decide(null, offer("shop-1", "Longjing", 6800, true)))
                .isEqualTo(accept(ADDED, LISTED));
    }

    @Test
    void the_same_offer_again_changes_nothing() {
        assertThat(Product.decide(given(ADDED, LISTED), offer("shop-1", "Longjing", 6800, true)))
                .isEqualTo(accept());
    }

    @Test
    void only_what_differs_is_an_event() {
        assertThat(Product.decide(given(ADDED, LISTED), offer(null, "Longjing", 7200, true)))
                .isEqualTo(accept(new PriceChanged("tea", 6800, 7200)));
        assertThat(
                        Product.decide(
                                given(ADDED, LISTED),
                                offer(null, "West Lake Longjing", 6800, false)))
                .isEqualTo(
                        accept(
                                new ProductDescribed("tea", "West Lake Longjing", "green", null),
                                new ProductDelisted("tea")));
    }

    @Test
    void a_sku_stays_with_its_shop() {
        assertThat(Product.decide(given(ADDED), offer("shop-2", "Longjing", 6800, true)))
                .isEqualTo(refuse(new OtherShops("tea")));
    }

    private static OfferProduct offer(
            @Nullable String shopId, String name, long price, boolean listed) {
        return new OfferProduct("tea", shopId, name, "green", price, listed, null);
    }

    private static @Nullable Product given(ProductEvent... events) {
        Product product = null;
        for (var event : events) {
            product = Product.evolve(product, event);
        }
        return product;
    }
}
