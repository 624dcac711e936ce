package dev.qingdan.query.product;

import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Problem;
import dev.qingdan.query.platform.web.Reads;
import dev.qingdan.query.product.ProductQueries.Criteria;
import dev.qingdan.query.product.ProductView.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue, for everybody. */
@RestController
@Reads(ProductViewProjection.NAME)
class ProductsApi {

    private final ProductQueries products;

    ProductsApi(ProductQueries products) {
        this.products = products;
    }

    @GetMapping("/api/v1/products")
    Page<Offer> list(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var criteria = new Criteria(shopId, category, q, true);
        var found = products.matching(criteria, Cursor.parse(cursor, 1), most);
        return Page.of(found, most, ProductView::cursor, ProductView::offer);
    }

    @GetMapping("/api/v1/products/{sku}")
    Offer product(@PathVariable String sku) {
        return products.listed(sku)
                .map(ProductView::offer)
                .orElseThrow(
                        () -> Problem.notFound("product.not-found", "There is no such product"));
    }
}
