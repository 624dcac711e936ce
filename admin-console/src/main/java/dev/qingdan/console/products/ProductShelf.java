package dev.qingdan.console.products;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Sides;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Looks products and their stock up at query-side, also those that buyers do not see. */
@Component
class ProductShelf {

    private static final int PAGE = 30;
    private static final int LONGEST_PAGE = 100;
    private static final ProductFilter EVERYTHING = new ProductFilter(null, null);
    private static final ParameterizedTypeReference<Items<Product>> PRODUCTS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    ProductShelf(Sides sides) {
        this.sides = sides;
    }

    Answer<Items<Product>> list(ProductFilter filter, @Nullable String cursor) {
        return list(filter, PAGE, cursor);
    }

    /** The contract has no read by SKU that shows unlisted products: the list is walked. */
    Answer<Optional<Product>> one(String sku) {
        @Nullable String cursor = null;
        do {
            var page = list(EVERYTHING, LONGEST_PAGE, cursor);
            if (!(page instanceof Answer.Given<Items<Product>>(var products, _))) {
                return page.map(_ -> Optional.empty());
            }
            var found = products.items().stream().filter(product -> product.sku().equals(sku));
            var product = found.findFirst();
            if (product.isPresent()) {
                return page.map(_ -> product);
            }
            cursor = products.next();
        } while (cursor != null);
        return new Answer.Given<>(Optional.empty(), false);
    }

    private Answer<Items<Product>> list(ProductFilter filter, int limit, @Nullable String cursor) {
        var call = filter.narrow(Call.query("/api/v1/staff/products"));
        return sides.read(call.with("limit", limit).with("cursor", cursor), PRODUCTS);
    }
}
