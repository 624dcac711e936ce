package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Open a shop under this name. */
record OpenShop(String shopId, String name) {

    @TargetAggregateIdentifier
    String stream() {
        return new StreamId(AggregateType.SHOP, shopId).toString();
    }
}
