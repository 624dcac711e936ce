package dev.qingdan.query.sales;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.ProductEvent;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sales of each product and each shop by day. A payment counts on the day on which it was made, a
 * refund on the day on which the money went back, both by WeChat's clock in Chinese time: so the
 * days agree with WeChat's bills, and a day that is over changes no more.
 */
@Component
class DailySalesProjection implements Projection {

    static final String NAME = "daily_sales";

    static final RowTable<OrderEvent, SoldOrder> ORDERS =
            new RowTable<>("sold_order", OrderEvent.class, SoldOrder.class, SoldOrder::evolve);
    static final RowTable<ProductEvent, SoldProduct> PRODUCTS =
            new RowTable<>(
                    "sold_product", ProductEvent.class, SoldProduct.class, SoldProduct::evolve);
    static final TallyTable<OrderEvent, SoldOrder, ProductSales> BY_PRODUCT =
            new TallyTable<>("product_sales", ORDERS, ProductSales.class, 3, ProductSales::counted);
    static final TallyTable<OrderEvent, SoldOrder, ShopSales> BY_SHOP =
            new TallyTable<>("shop_sales", ORDERS, ShopSales.class, 2, ShopSales::counted);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(100);
    }

    @Override
    public List<Table> tables() {
        return List.of(ORDERS, PRODUCTS, BY_PRODUCT, BY_SHOP);
    }
}
