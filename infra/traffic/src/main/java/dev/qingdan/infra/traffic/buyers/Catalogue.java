package dev.qingdan.infra.traffic.buyers;

import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.journal.Entry.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shops' menus as the mini-program shows them, looked at again every few seconds. */
public final class Catalogue {

    private static final int MOST_LINES = 3;
    private static final int MOST_PIECES = 3;

    private final Api api;
    private final String queryUrl;
    private volatile List<Menu> menus = List.of();

    public Catalogue(Api api, String queryUrl) {
        this.api = api;
        this.queryUrl = queryUrl;
    }

    public void refresh() throws InterruptedException {
        var read = new ArrayList<Menu>();
        for (var shop : items("/api/v1/shops")) {
            read.add(menuOf(shop.path("shopId").asString()));
        }
        menus = List.copyOf(read);
    }

    /** A basket out of one shop, of what that shop seems to have. */
    public Optional<Basket> fill(RandomGenerator random) {
        var open = menus.stream().filter(menu -> !menu.skus.isEmpty()).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var menu = open.get(random.nextInt(open.size()));
        var skus =
                random.ints(0, menu.skus.size())
                        .distinct()
                        .limit(Math.min(menu.skus.size(), 1 + random.nextInt(MOST_LINES)))
                        .mapToObj(menu.skus::get)
                        .toList();
        var lines =
                skus.stream().map(sku -> new Line(sku, 1 + random.nextInt(MOST_PIECES))).toList();
        return Optional.of(new Basket(menu.shopId, lines, null));
    }

    private Menu menuOf(String shopId) throws InterruptedException {
        var skus =
                items("/api/v1/products?limit=100&shopId=" + shopId).stream()
                        .filter(product -> product.path("available").asInt(0) >= MOST_PIECES)
                        .map(product -> product.path("sku").asString())
                        .toList();
        return new Menu(shopId, skus);
    }

    private List<JsonNode> items(String path) throws InterruptedException {
        return api.get(queryUrl + path, Map.of()).json().path("items").valueStream().toList();
    }

    public record Basket(String shopId, List<Line> lines, @Nullable String couponId) {

        Basket with(String coupon) {
            return new Basket(shopId, lines, coupon);
        }
    }

    private record Menu(String shopId, List<String> skus) {}
}
