package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.stack.WholeStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The event store itself, asked past the product. */
record Books(WholeStack stack) {

    /**
     * One product from all sides.
     *
     * @param received pieces that were ever taken in, by the store
     * @param reserved pieces that orders hold, by the store
     * @param available pieces that members are shown, by the view
     * @param accepted orders of one piece that were answered with 201
     */
    record Sold(long received, long reserved, long available, long accepted) {

        /** To the item: what was promised is reserved, all of it, and no more than there was. */
        boolean adds() {
            return reserved == accepted && available == received - reserved && available >= 0;
        }
    }

    private static final String STOCK =
            """
            select
              sum((convert_from(payload, 'UTF8')::json ->> 'quantity')::bigint)
                filter (where type = 'shop.stock.StockReceived'),
              coalesce(sum((convert_from(payload, 'UTF8')::json ->> 'quantity')::bigint)
                filter (where type = 'shop.stock.StockReserved'), 0)
            from event where aggregate_id = ? and type like 'shop.stock.Stock%'
            """;

    private static final String LAST_ORDERS =
            """
            select aggregate_id from event where type = 'shop.order.OrderPlaced'
            order by position desc limit 20000
            """;

    private static final String ORDERS =
            "select count(*) from event where type = 'shop.order.OrderPlaced'";

    Sold sold(Shop shop, int product, long accepted) throws InterruptedException {
        var view = shop.view("/api/v1/products/" + Shop.sku(product), Map.of()).json();
        try (var connection = DriverManager.getConnection(stack.database("command"));
                var statement = connection.prepareStatement(STOCK)) {
            statement.setString(1, Shop.sku(product));
            try (var row = statement.executeQuery()) {
                row.next();
                var available = view.path("available").asLong(-1);
                return new Sold(row.getLong(1), row.getLong(2), available, accepted);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The store does not answer", e);
        }
    }

    /** The newest first. */
    List<String> lastOrders() {
        return column(LAST_ORDERS);
    }

    long orders() {
        return Long.parseLong(column(ORDERS).getFirst());
    }

    private List<String> column(String query) {
        try (var connection = DriverManager.getConnection(stack.database("command"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException("The store does not answer", e);
        }
    }
}
