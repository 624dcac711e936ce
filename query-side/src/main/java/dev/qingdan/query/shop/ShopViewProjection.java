package dev.qingdan.query.shop;

import dev.qingdan.events.ShopEvent;
import dev.qingdan.events.ShopEvent.ShopOpened;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every shop by its name. */
@Component
class ShopViewProjection implements Projection {

    static final String NAME = "shop_view";

    record ShopRow(String shopId, String name, long version) implements Row {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new RowTable<>(
                        "shop_view", ShopEvent.class, ShopRow.class, ShopViewProjection::evolve));
    }

    static ShopRow evolve(@Nullable ShopRow row, Recorded<ShopEvent> recorded) {
        return switch (recorded.event()) {
            case ShopOpened(var id, var name) -> new ShopRow(id, name, recorded.sequence());
        };
    }
}
