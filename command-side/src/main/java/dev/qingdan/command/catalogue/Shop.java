package dev.qingdan.command.catalogue;

import static dev.qingdan.command.platform.Decision.accept;

import dev.qingdan.command.platform.Decision;
import dev.qingdan.events.ShopEvent;
import dev.qingdan.events.ShopEvent.ShopOpened;

/** A shop, once it has opened. */
record Shop(String name) {

    static Decision<ShopEvent> decide(OpenShop command) {
        return accept(new ShopOpened(command.shopId(), command.name()));
    }

    static Shop evolve(ShopEvent event) {
        return switch (event) {
            case ShopOpened(_, var name) -> new Shop(name);
        };
    }
}
