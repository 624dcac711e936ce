package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.store.Streams;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.ProductEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What other features may know of the catalogue: how things stand at this moment, unlocked. */
@Component
public class Catalogue {

    private final Streams streams;

    Catalogue(Streams streams) {
        this.streams = streams;
    }

    /** These products by sku; what does not exist is not in the answer. */
    public Map<String, Product> products(Collection<String> skus) {
        var products = new HashMap<String, Product>();
        streams.of(AggregateType.PRODUCT, skus)
                .forEach((sku, events) -> events.forEach(event -> fold(products, sku, event)));
        return products;
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

    private static void fold(Map<String, Product> products, String sku, DomainEvent event) {
        products.compute(sku, (_, before) -> Product.evolve(before, (ProductEvent) event));
    }
}
