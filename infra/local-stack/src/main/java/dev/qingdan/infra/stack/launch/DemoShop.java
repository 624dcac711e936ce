package dev.qingdan.infra.stack.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Opens a tea shop once, by the same staff API that the console uses. */
record DemoShop(Settings settings, DataFolder data, Terminal terminal) {

    private static final String NAME = "demo shop";

    record Plan(List<Shop> shops) {}

    record Shop(String key, String name, List<Product> products) {}

    record Product(String sku, String name, String category, long price, int stock) {}

    void openOnce() {
        if (Files.exists(data.demoShop())) {
            return;
        }
        var start = Instant.now();
        terminal.await(NAME);
        try (var staff = new StaffApi(settings.url(Port.COMMAND), data)) {
            for (var shop : plan().shops()) {
                open(shop, staff);
            }
            Files.createFile(data.demoShop());
            terminal.ready(NAME, "2 shops, 12 products", Duration.between(start, Instant.now()));
        } catch (IOException e) {
            terminal.warn(NAME, "is not open: " + e.getMessage() + "; the next ./run tries again");
        }
    }

    /** Keys make a repetition harmless: of a shop or a delivery there is still only one. */
    private static void open(Shop shop, StaffApi staff) throws IOException {
        var opened = staff.post("/shops", Map.of("name", shop.name()), shop.key());
        var shopId = opened.get("shopId").asString();
        for (var product : shop.products()) {
            var details = new HashMap<String, Object>();
            details.put("shopId", shopId);
            details.put("name", product.name());
            details.put("category", product.category());
            details.put("price", product.price());
            details.put("listed", true);
            staff.put("/products/" + product.sku(), details);
            staff.post(
                    "/stock/" + product.sku() + "/receipts",
                    Map.of("quantity", product.stock(), "reference", "opening-1"),
                    shop.key() + "-" + product.sku());
        }
    }

    private static Plan plan() {
        try (var json = DemoShop.class.getResourceAsStream("demo-shop.json")) {
            return JsonMapper.shared().readValue(json, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("demo-shop.json is not readable", e);
        }
    }
}
