package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.Refusal;

/** Why the catalogue says no. */
public sealed interface CatalogueRefusal extends Refusal {

    record ShopNeeded(String sku) implements CatalogueRefusal {}

    record OtherShops(String sku) implements CatalogueRefusal {}

    record UnknownShop(String shopId) implements CatalogueRefusal {}

    record UnknownSku(String sku) implements CatalogueRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case ShopNeeded _ -> "product.shop-needed";
            case OtherShops _ -> "product.of-another-shop";
            case UnknownShop _ -> "shop.unknown";
            case UnknownSku _ -> "product.not-found";
        };
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case ShopNeeded _, UnknownShop _ -> Kind.INVALID;
            case OtherShops _ -> Kind.CONFLICT;
            case UnknownSku _ -> Kind.NOT_FOUND;
        };
    }

    @Override
    default String detail() {
        return switch (this) {
            case ShopNeeded _ -> "A new product needs the shopId of the shop that offers it.";
            case OtherShops _ -> "This sku belongs to another shop for ever.";
            case UnknownShop _ -> "There is no such shop.";
            case UnknownSku _ -> "There is no such product.";
        };
    }
}
