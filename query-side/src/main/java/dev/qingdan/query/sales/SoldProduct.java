package dev.qingdan.query.sales;

import dev.qingdan.events.ProductEvent;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductDelisted;
import dev.qingdan.events.ProductEvent.ProductDescribed;
import dev.qingdan.events.ProductEvent.ProductListed;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a product is called now: also sales of long ago are shown under that name. */
record SoldProduct(String sku, String name, long version) implements Row {

    static SoldProduct evolve(@Nullable SoldProduct product, Recorded<ProductEvent> recorded) {
        var name =
                switch (recorded.event()) {
                    case ProductAdded added -> added.name();
                    case ProductDescribed described -> described.name();
                    case PriceChanged _, ProductListed _, ProductDelisted _ ->
                            Objects.requireNonNull(product, "The product was never added").name();
                };
        return new SoldProduct(recorded.event().sku(), name, recorded.sequence());
    }
}
