package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTypeTest {

    @Test
    void an_event_is_named_after_its_family_and_record() {
        var type = EventType.of(new ProductEvent.ProductListed("tea"));

        assertThat(type.name()).isEqualTo("shop.catalogue.ProductListed");
        assertThat(type.topic()).isEqualTo(Topic.CATALOGUE);
        assertThat(EventType.named(type.name())).contains(type);
    }

    @Test
    void a_name_from_the_future_is_not_an_error() {
        assertThat(EventType.named("shop.order.OrderGiftWrapped")).isEmpty();
    }

    @Test
    void shops_and_products_share_a_topic_but_are_different_aggregates() {
        assertThat(AggregateType.of(new ShopEvent.ShopOpened("s", "茶铺")))
                .isEqualTo(AggregateType.SHOP);
        assertThat(AggregateType.of(new ProductEvent.ProductListed("tea")))
                .isEqualTo(AggregateType.PRODUCT);
        assertThat(AggregateType.ofTypeName("order")).isEqualTo(AggregateType.ORDER);
    }
}
