package dev.qingdan.command.stock;

import dev.qingdan.command.platform.Shell;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.stock.StockCommand.CorrectStock;
import dev.qingdan.command.stock.StockCommand.ReceiveStock;
import dev.qingdan.events.StockEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Stock}. */
@Aggregate(type = "stock")
public class StockAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable String stream;

    private Stock stock = Stock.NONE;

    StockAggregate() {}

    StockAggregate(String stream, Stock stock) {
        this.stream = stream;
        this.stock = stock;
    }

    Stock stock() {
        return stock;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Stock handle(ReceiveStock command) {
        return run(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Stock handle(CorrectStock command) {
        return run(command);
    }

    /** For {@link StockLedger} too, which changes several stocks in an order's unit of work. */
    Stock run(StockCommand command) {
        Shell.apply(stock.decide(command));
        return stock;
    }

    @EventSourcingHandler
    void on(StockEvent event) {
        stream = StreamId.of(event).toString();
        stock = stock.evolve(event);
    }
}
