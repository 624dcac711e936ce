package dev.qingdan.console.orders;

import dev.qingdan.console.platform.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of orders is narrowed to. */
record OrderFilter(@Nullable String shopId, @Nullable OrderStatus status, @Nullable String number) {

    Call narrow(Call call) {
        return call.with("shopId", shopId).with("status", status).with("number", number);
    }

    public boolean isAnything() {
        return narrow(Call.query("")).variables().isEmpty();
    }

    /** The same list at another address, for the parts that reload themselves. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "shopId", shopId);
        add(address, "status", status);
        add(address, "number", number);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, value);
        }
    }
}
