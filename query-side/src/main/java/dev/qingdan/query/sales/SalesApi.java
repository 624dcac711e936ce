package dev.qingdan.query.sales;

import dev.qingdan.query.platform.calendar.DayRange;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Problem;
import dev.qingdan.query.platform.web.Reads;
import dev.qingdan.query.sales.SalesQueries.ProductDay;
import dev.qingdan.query.sales.SalesQueries.ShopDay;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales by day, for staff; days are Chinese ones, both ends included. */
@RestController
@RequestMapping("/api/v1/staff/sales")
@Reads(DailySalesProjection.NAME)
class SalesApi {

    private static final int MOST_CSV_LINES = 10_000;

    private final SalesQueries sales;

    SalesApi(SalesQueries sales) {
        this.sales = sales;
    }

    @GetMapping
    Page<ProductDay> byProduct(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var after = Cursor.parse(cursor, 3);
        var found = sales.ofProducts(shopId, new DayRange(from, to), after, most.andOne());
        return Page.of(found, most, ProductDay::cursor, Function.identity());
    }

    /** The same for a spreadsheet, which has no pages. */
    @GetMapping(produces = Csv.MEDIA_TYPE)
    String byProductAsCsv(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var found = sales.ofProducts(shopId, new DayRange(from, to), null, MOST_CSV_LINES + 1);
        if (found.size() > MOST_CSV_LINES) {
            throw Problem.invalid("from", "leaves more than " + MOST_CSV_LINES + " lines");
        }
        return Csv.of(found);
    }

    @GetMapping("/days")
    Page<ShopDay> byDay(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var after = Cursor.parse(cursor, 2);
        var found = sales.ofShops(shopId, new DayRange(from, to), after, most.andOne());
        return Page.of(found, most, ShopDay::cursor, Function.identity());
    }
}
