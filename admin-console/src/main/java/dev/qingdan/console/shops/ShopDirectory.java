package dev.qingdan.console.shops;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Sides;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The shops there are, and their names for pages that know only an id. */
@Component("shopDirectory")
public class ShopDirectory {

    private static final ParameterizedTypeReference<Items<Shop>> SHOPS =
            new ParameterizedTypeReference<>() {};
    private static final int SHORT = 8;

    private final Sides sides;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    ShopDirectory(Sides sides) {
        this.sides = sides;
    }

    public Answer<List<Shop>> all() {
        var call = Call.query("/api/v1/shops").with("limit", 100).anonymous();
        var shops = sides.read(call, SHOPS).map(Items::items);
        if (shops instanceof Answer.Given<List<Shop>>(var found, _)) {
            found.forEach(shop -> names.put(shop.shopId(), shop.name()));
        }
        return shops;
    }

    /** A shop keeps its name, so it is asked for once; without an answer its short id must do. */
    public String nameOf(@Nullable String shopId) {
        if (shopId == null) {
            return "";
        }
        if (!names.containsKey(shopId)) {
            all();
        }
        return names.getOrDefault(shopId, shopId.substring(0, Math.min(SHORT, shopId.length())));
    }
}
