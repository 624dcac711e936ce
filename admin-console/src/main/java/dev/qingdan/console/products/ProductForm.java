package dev.qingdan.console.products;

import dev.qingdan.console.platform.Amount;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.Yuan;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What staff type about a product; the price in yuan. */
record ProductForm(
        @NotBlank String shopId,
        @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*|", message = "{products.sku-hint}") String sku,
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 30) String category,
        @NotBlank @Amount String price,
        boolean listed,
        @Nullable @Size(max = 500) String image,
        @Nullable String key) {

    static ProductForm empty(@Nullable String shopId) {
        return new ProductForm(
                Objects.requireNonNullElse(shopId, ""), "", "", "", "", true, null, null);
    }

    static ProductForm of(Product product) {
        return new ProductForm(
                product.shopId(),
                product.sku(),
                product.name(),
                Objects.requireNonNullElse(product.category(), ""),
                Yuan.typed(product.price()),
                product.listed(),
                product.image(),
                null);
    }

    StaffCommand command(String what, String sku) {
        var body = new HashMap<String, Object>();
        body.put("shopId", shopId);
        body.put("name", name.strip());
        body.put("category", category.strip());
        body.put("price", Yuan.parse(price).orElseThrow());
        body.put("listed", listed);
        if (image != null && !image.isBlank()) {
            body.put("image", image.strip());
        }
        var call = Call.command("/api/v1/staff/products/{sku}", sku);
        return StaffCommand.put(what, sku, call, body, Objects.requireNonNullElse(key, ""));
    }
}
