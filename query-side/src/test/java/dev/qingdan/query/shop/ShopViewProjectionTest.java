package dev.qingdan.query.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.ShopEvent.ShopOpened;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.shop.ShopViewProjection.ShopRow;
import dev.qingdan.query.testing.History;
import org.junit.jupiter.api.Test;

class ShopViewProjectionTest {

    @Test
    void a_shop_that_opened_is_there_by_its_name() {
        var table = (RowTable<?, ?>) new ShopViewProjection().tables().getFirst();
        var opened = History.of(new ShopOpened("shop-1", "轻单茶铺")).events().getFirst();

        assertThat(table.step(null, opened)).isEqualTo(new ShopRow("shop-1", "轻单茶铺", 0));
    }
}
