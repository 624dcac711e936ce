package dev.qingdan.query.shop;

import dev.qingdan.query.platform.sql.Selection;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Reads;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shops, for everybody. */
@RestController
@Reads(ShopViewProjection.NAME)
class ShopsApi {

    record Shop(String shopId, String name) {}

    private final JdbcClient jdbc;

    ShopsApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/shops")
    Page<Shop> shops(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var after = Cursor.parse(cursor, 1);
        var shops =
                Selection.of("select shop_id, name from shop_view")
                        .whereGiven("shop_id > ?", after == null ? null : after.text(0))
                        .orderBy("shop_id", most.andOne())
                        .list(jdbc, (row, _) -> new Shop(row.getString(1), row.getString(2)));
        return Page.of(shops, most, shop -> Cursor.after(shop.shopId()), Function.identity());
    }
}
