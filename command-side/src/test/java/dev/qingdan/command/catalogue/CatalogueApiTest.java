package dev.qingdan.command.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.CommandSideTest;
import dev.qingdan.events.ConsistencyToken;
import org.junit.jupiter.api.Test;

class CatalogueApiTest extends CommandSideTest {

    private static final String TEA =
            """
            {"shopId":"%s","name":"Longjing","category":"green","price":6800,"listed":true}\
            """;

    @Test
    void a_manager_opens_a_shop_and_offers_a_product() {
        var shop = manager().post("/api/v1/staff/shops", "{\"name\":\"Tea by the lake\"}");
        assertThat(shop.status()).as(shop.body()).isEqualTo(201);

        var offered =
                manager()
                        .with("Consistency-Token", shop.header("Consistency-Token").orElseThrow())
                        .put(
                                "/api/v1/staff/products/longjing-50g",
                                tea(shop.json().path("shopId").asString()));

        assertThat(offered.status()).as(offered.body()).isEqualTo(200);
        assertThat(offered.body()).isEqualTo("{\"sku\":\"longjing-50g\",\"version\":1}");
        var token = ConsistencyToken.parse(offered.header("Consistency-Token").orElseThrow());
        assertThat(token.positions()).isNotEmpty();
    }

    private static String tea(String shopId) {
        return TEA.formatted(shopId);
    }
}
