package dev.qingdan.infra.traffic.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads the live generation of query-side's views. */
final class Views {

    private static final String ORDERS =
            """
            select order_id, version, status,
                   (document ->> 'total')::bigint, (document ->> 'discount')::bigint, payable
            from order_view
            """;
    private static final String STOCK = "select sku, version, on_hand, reserved from stock_level";

    private final Connection connection;

    Views(Connection connection) {
        this.connection = connection;
    }

    record Order(int version, String status, long total, long discount, long payable) {}

    record Stock(int version, int onHand, int reserved) {}

    Map<String, Order> orders() throws SQLException {
        var orders = new HashMap<String, Order>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ORDERS)) {
            while (row.next()) {
                orders.put(
                        row.getString(1),
                        new Order(
                                row.getInt(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)));
            }
        }
        return orders;
    }

    Map<String, Stock> stock() throws SQLException {
        var stock = new HashMap<String, Stock>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(STOCK)) {
            while (row.next()) {
                stock.put(row.getString(1), new Stock(row.getInt(2), row.getInt(3), row.getInt(4)));
            }
        }
        return stock;
    }
}
