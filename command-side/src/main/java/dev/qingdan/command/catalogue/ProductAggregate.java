package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.Shell;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.ProductEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Product}. */
@Aggregate(type = "product")
public class ProductAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable Product product;

    ProductAggregate() {}

    ProductAggregate(String stream, @Nullable Product product) {
        this.stream = stream;
        this.product = product;
    }

    @Nullable Product product() {
        return product;
    }

    /** Answers with the product's version. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(OfferProduct command) {
        Shell.apply(Product.decide(product, command));
        return AggregateLifecycle.getVersion();
    }

    @EventSourcingHandler
    void on(ProductEvent event) {
        stream = StreamId.of(event).toString();
        product = Product.evolve(product, event);
    }
}
