package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.ShopEvent;
import dev.qingdan.events.ShopEvent.ShopOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A shop has no rules yet: there is one once it has a name. */
@Aggregate(type = "shop")
public class ShopAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable String stream;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(OpenShop command) {
        AggregateLifecycle.apply(new ShopOpened(command.shopId(), command.name()));
    }

    @EventSourcingHandler
    void on(ShopEvent event) {
        stream = StreamId.of(event).toString();
    }
}
