package dev.qingdan.events;

/** The life of one shop. */
public sealed interface ShopEvent extends CatalogueEvent {

    String shopId();

    @Override
    default String aggregateId() {
        return shopId();
    }

    /** A shop opened under this name. */
    record ShopOpened(String shopId, String name) implements ShopEvent {}
}
