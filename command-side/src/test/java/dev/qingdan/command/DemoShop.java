package dev.qingdan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** A shop with products of its own, made by a manager over HTTP. */
public record DemoShop(Api manager, String shopId) {

    public static DemoShop open(Api manager) {
        var opened = manager.post("/api/v1/staff/shops", "{\"name\":\"Tea by the lake\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return new DemoShop(manager, opened.json().path("shopId").asString());
    }

    /** A new listed product. */
    public String product(long price) {
        var sku = "tea-" + UUID.randomUUID();
        offer(sku, price, true);
        return sku;
    }

    /** A new listed product, with so many pieces on the shelf. */
    public String product(long price, int quantity) {
        var sku = product(price);
        var received =
                manager.post(
                        "/api/v1/staff/stock/" + sku + "/receipts",
                        "{\"quantity\":%d,\"reference\":\"D-1\"}".formatted(quantity));
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        return sku;
    }

    public void offer(String sku, long price, boolean listed) {
        var offered =
                manager.put(
                        "/api/v1/staff/products/" + sku,
                        """
                        {"shopId":"%s","name":"Tea","category":"green","price":%d,"listed":%b}\
                        """
                                .formatted(shopId, price, listed));
        assertThat(offered.status()).as(offered.body()).isEqualTo(200);
    }
}
