package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.store.Remembered;
import dev.qingdan.command.platform.store.States;
import dev.qingdan.command.platform.store.Streams;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.ProductEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What other features may know of the catalogue: how things stand at this moment, unlocked. */
@Component
public class Catalogue {

    private final Streams streams;
    private final States states;
    private final Remembered<ProductAggregate, Product, ProductEvent> products;

    Catalogue(
            Streams streams,
            States states,
            Remembered<ProductAggregate, Product, ProductEvent> products) {
        this.streams = streams;
        this.states = states;
        this.products = products;
    }

    /** These products by sku; what does not exist is not in the answer. */
    public Map<String, Product> products(Collection<String> skus) {
        return states.of(products, skus);
    }

    /** Refuses where there is no such product. */
    public void requireProduct(String sku) {
        if (products(List.of(sku)).isEmpty()) {
            throw new CommandRefused(new CatalogueRefusal.UnknownSku(sku));
        }
    }

    /** Refuses where there is no such shop. */
    public void requireShop(String shopId) {
        if (streams.of(AggregateType.SHOP, List.of(shopId)).isEmpty()) {
            throw new CommandRefused(new CatalogueRefusal.UnknownShop(shopId));
        }
    }
}
