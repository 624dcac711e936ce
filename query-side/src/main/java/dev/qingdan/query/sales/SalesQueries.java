package dev.qingdan.query.sales;

import dev.qingdan.query.platform.calendar.DayRange;
import dev.qingdan.query.platform.sql.Selection;
import dev.qingdan.query.platform.web.Cursor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sales, the latest day first. */
@Component
class SalesQueries {

    /** One product on one day, as it is answered; money in fen. */
    record ProductDay(
            String shopId,
            LocalDate day,
            String sku,
            String name,
            int orders,
            int quantity,
            long revenue,
            long refunds) {

        Cursor cursor() {
            return Cursor.after(day, shopId, sku);
        }
    }

    /** One shop on one day, as it is answered; money in fen. */
    record ShopDay(
            String shopId, LocalDate day, int orders, int quantity, long revenue, long refunds) {

        Cursor cursor() {
            return Cursor.after(day, shopId);
        }
    }

    private final JdbcClient jdbc;

    SalesQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProductDay> ofProducts(
            @Nullable String shopId, DayRange days, @Nullable Cursor after, int most) {
        var selection = within(Selection.of("select * from daily_sales"), shopId, days);
        if (after != null) {
            selection.where(
                    "day <= ? and (day < ? or (shop_id, sku) > (?, ?))",
                    after.day(0),
                    after.day(0),
                    after.text(1),
                    after.text(2));
        }
        return selection
                .orderBy("day desc, shop_id, sku", most)
                .list(jdbc, new DataClassRowMapper<>(ProductDay.class));
    }

    List<ShopDay> ofShops(
            @Nullable String shopId, DayRange days, @Nullable Cursor after, int most) {
        var selection = within(Selection.of("select * from shop_sales"), shopId, days);
        if (after != null) {
            selection.where(
                    "day <= ? and (day < ? or shop_id > ?)",
                    after.day(0),
                    after.day(0),
                    after.text(1));
        }
        return selection
                .orderBy("day desc, shop_id", most)
                .list(jdbc, new DataClassRowMapper<>(ShopDay.class));
    }

    private static Selection within(Selection sales, @Nullable String shopId, DayRange days) {
        return sales.whereGiven("shop_id = ?", shopId)
                .whereGiven("day >= ?", days.from())
                .whereGiven("day <= ?", days.to());
    }
}
