package dev.qingdan.console.products;

import dev.qingdan.console.platform.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of products is narrowed to. */
record ProductFilter(@Nullable String shopId, @Nullable String q) {

    Call narrow(Call call) {
        return call.with("shopId", shopId).with("q", q);
    }

    public boolean isAnything() {
        return narrow(Call.query("")).variables().isEmpty();
    }

    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (shopId != null && !shopId.isBlank()) {
            address.queryParam("shopId", shopId);
        }
        if (q != null && !q.isBlank()) {
            address.queryParam("q", q);
        }
        return address.encode().toUriString();
    }
}
