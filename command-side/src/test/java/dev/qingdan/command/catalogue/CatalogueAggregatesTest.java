package dev.qingdan.command.catalogue;

import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ShopEvent.ShopOpened;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class CatalogueAggregatesTest {

    @Test
    void a_shop_opens() {
        new AggregateTestFixture<>(ShopAggregate.class)
                .givenNoPriorActivity()
                .when(new OpenShop("shop-1", "Tea by the lake"))
                .expectEvents(new ShopOpened("shop-1", "Tea by the lake"));
    }

    @Test
    void a_product_is_offered() {
        new AggregateTestFixture<>(ProductAggregate.class)
                .givenNoPriorActivity()
                .when(new OfferProduct("tea", "shop-1", "Longjing", "green", 6800, false, null))
                .expectEvents(new ProductAdded("tea", "shop-1", "Longjing", "green", 6800, null))
                .expectResultMessagePayload(0L);
    }
}
