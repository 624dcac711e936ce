package dev.qingdan.query.product;

import dev.qingdan.events.ProductEvent;
import dev.qingdan.events.StockEvent;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Products and their stock, two tables fed by two aggregates; readers see them joined. */
@Component
class ProductViewProjection implements Projection {

    static final String NAME = "product_view";

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
        return Duration.ofMillis(50);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new RowTable<>("product", ProductEvent.class, Product.class, Product::evolve),
                new RowTable<>(
                        "stock_level", StockEvent.class, StockLevel.class, StockLevel::evolve));
    }
}
