package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What managers tell the catalogue. */
@RestController
class CatalogueApi {

    private static final long HIGHEST_PRICE = 100_000_000;

    private final Commands commands;
    private final CommandGateway gateway;
    private final Catalogue catalogue;
    private final Ids ids;

    CatalogueApi(Commands commands, CommandGateway gateway, Catalogue catalogue, Ids ids) {
        this.commands = commands;
        this.gateway = gateway;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    record ShopForm(@NotBlank @Size(max = 60) String name) {}

    record ShopAnswer(String shopId) {}

    record ProductForm(
            @Nullable @Size(max = 36) String shopId,
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 30) String category,
            @NotNull @Min(1) @Max(HIGHEST_PRICE) Long price,
            @NotNull Boolean listed,
            @Nullable @Size(max = 500) String image) {

        OfferProduct offering(String sku) {
            return new OfferProduct(sku, shopId, name, category, price, listed, image);
        }
    }

    record ProductAnswer(String sku, long version) {}

    @PostMapping("/api/v1/staff/shops")
    ResponseEntity<byte[]> open(@Valid @RequestBody ShopForm form, CommandRequest request) {
        return commands.answer(
                request,
                () -> {
                    var shopId = ids.generateIdentifier();
                    gateway.sendAndWait(new OpenShop(shopId, form.name()));
                    return Answer.created(new ShopAnswer(shopId));
                });
    }

    @PutMapping("/api/v1/staff/products/{sku}")
    ResponseEntity<byte[]> offer(
            @PathVariable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String sku,
            @Valid @RequestBody ProductForm form,
            CommandRequest request) {
        return commands.answer(
                request,
                () -> {
                    if (form.shopId() != null) {
                        catalogue.requireShop(form.shopId());
                    }
                    long version = gateway.<Long>sendAndWait(form.offering(sku));
                    return Answer.ok(new ProductAnswer(sku, version));
                });
    }
}
