package dev.qingdan.query.sales;

import static java.util.stream.Collectors.joining;

import dev.qingdan.query.sales.SalesQueries.ProductDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Sales as RFC 4180 has them, money in yuan, as people who keep books expect it. */
final class Csv {

    static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** By which Excel knows that the names are UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String HEADER =
            "day,shopId,sku,name,orders,quantity,revenueYuan,refundsYuan";
    private static final String LINE_END = "\r\n";

    private Csv() {}

    static String of(List<ProductDay> sales) {
        return sales.stream()
                .map(Csv::line)
                .collect(joining("", BYTE_ORDER_MARK + HEADER + LINE_END, ""));
    }

    private static String line(ProductDay sales) {
        return Stream.of(
                        sales.day().toString(),
                        text(sales.shopId()),
                        text(sales.sku()),
                        text(sales.name()),
                        Integer.toString(sales.orders()),
                        Integer.toString(sales.quantity()),
                        yuan(sales.revenue()),
                        yuan(sales.refunds()))
                .collect(joining(",", "", LINE_END));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Quoted, and never a formula: a spreadsheet would run what begins with one of these. */
    private static String text(String value) {
        var harmless = value.matches("(?s)[=+\\-@\t\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
