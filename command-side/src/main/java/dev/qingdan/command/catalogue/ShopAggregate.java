package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.Shell;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.ShopEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Shop}. */
@Aggregate(type = "shop")
class ShopAggregate {

    @AggregateIdentifier private @Nullable String stream;
    private @Nullable Shop shop;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(OpenShop command) {
        Shell.apply(Shop.decide(command));
    }

    @EventSourcingHandler
    void on(ShopEvent event) {
        stream = StreamId.of(event).toString();
        shop = Shop.evolve(event);
    }
}
