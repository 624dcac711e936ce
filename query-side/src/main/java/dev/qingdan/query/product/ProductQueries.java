package dev.qingdan.query.product;

import dev.qingdan.query.platform.sql.Like;
import dev.qingdan.query.platform.sql.Selection;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads products with their stock, in the order of their skus. */
@Component
class ProductQueries {

    /**
     * What is looked for; what is null does not matter.
     *
     * @param q part of a name or a sku
     */
    record Criteria(
            @Nullable String shopId,
            @Nullable String category,
            @Nullable String q,
            boolean listedOnly) {}

    private static final String COLUMNS =
            """
            select sku, shop_id, name, category, price, listed, image, on_hand, reserved, available, version
            from product_view\
            """;

    private final JdbcClient jdbc;

    ProductQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ProductView> listed(String sku) {
        return product(sku).filter(ProductView::listed);
    }

    Optional<ProductView> product(String sku) {
        return Selection.of(COLUMNS).where("sku = ?", sku).list(jdbc, ProductQueries::read).stream()
                .findFirst();
    }

    List<ProductView> matching(Criteria criteria, @Nullable Cursor after, Limit limit) {
        var selection =
                Selection.of(COLUMNS)
                        .whereGiven("shop_id = ?", criteria.shopId())
                        .whereGiven("category = ?", criteria.category())
                        .whereGiven("sku > ?", after == null ? null : after.text(0));
        var typed = Like.containing(criteria.q());
        if (typed != null) {
            selection.where("(name ilike ? or sku ilike ?)", typed, typed);
        }
        if (criteria.listedOnly()) {
            selection.where("listed");
        }
        return selection.orderBy("sku", limit.andOne()).list(jdbc, ProductQueries::read);
    }

    private static ProductView read(ResultSet row, int number) throws SQLException {
        return new ProductView(
                row.getString("sku"),
                row.getString("shop_id"),
                row.getString("name"),
                row.getString("category"),
                row.getLong("price"),
                row.getBoolean("listed"),
                row.getString("image"),
                row.getInt("on_hand"),
                row.getInt("reserved"),
                row.getInt("available"),
                row.getLong("version"));
    }
}
