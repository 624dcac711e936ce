package dev.qingdan.query.product;

import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Problem;
import dev.qingdan.query.platform.web.Reads;
import dev.qingdan.query.product.ProductQueries.Criteria;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All products, unlisted ones too, for staff. */
@RestController
@RequestMapping("/api/v1/staff/products")
@Reads(ProductViewProjection.NAME)
class StaffProductsApi {

    private final ProductQueries products;

    StaffProductsApi(ProductQueries products) {
        this.products = products;
    }

    @GetMapping
    Page<ProductView> list(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var criteria = new Criteria(shopId, category, q, false);
        var found = products.matching(criteria, Cursor.parse(cursor, 1), most);
        return Page.of(found, most, ProductView::cursor, Function.identity());
    }

    @GetMapping("/{sku}")
    ProductView product(@PathVariable String sku) {
        return products.product(sku)
                .orElseThrow(
                        () -> Problem.notFound("product.not-found", "There is no such product"));
    }
}
