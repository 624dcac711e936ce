package dev.qingdan.console.products;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Sides;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Looks products and their stock up at query-side, also those that buyers do not see. */
@Component
class ProductShelf {

    private static final int PAGE = 30;
    private static final ParameterizedTypeReference<Items<Product>> PRODUCTS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    ProductShelf(Sides sides) {
        this.sides = sides;
    }

    Answer<Items<Product>> list(ProductFilter filter, @Nullable String cursor) {
        var call = filter.narrow(Call.query("/api/v1/staff/products"));
        return sides.read(call.with("limit", PAGE).with("cursor", cursor), PRODUCTS);
    }

    Answer<Product> one(String sku) {
        return sides.read(Call.query("/api/v1/staff/products/{sku}", sku), Product.class);
    }
}
