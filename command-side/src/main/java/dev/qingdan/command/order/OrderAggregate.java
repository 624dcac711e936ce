package dev.qingdan.command.order;

import dev.qingdan.command.order.OrderCommand.AcceptOrder;
import dev.qingdan.command.order.OrderCommand.ApproveRefund;
import dev.qingdan.command.order.OrderCommand.AskRefund;
import dev.qingdan.command.order.OrderCommand.CancelOrder;
import dev.qingdan.command.order.OrderCommand.CompleteRefund;
import dev.qingdan.command.order.OrderCommand.ExpireOrder;
import dev.qingdan.command.order.OrderCommand.FailRefund;
import dev.qingdan.command.order.OrderCommand.HandOver;
import dev.qingdan.command.order.OrderCommand.MakeReady;
import dev.qingdan.command.order.OrderCommand.PlaceOrder;
import dev.qingdan.command.order.OrderCommand.RecordPayment;
import dev.qingdan.command.order.OrderCommand.RejectRefund;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.OrderEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Order}; each command gives back what it led to. */
@Aggregate(type = "order")
public class OrderAggregate {

    @AggregateIdentifier private @Nullable String stream;
    private Order order = Order.NO_ORDER;

    OrderAggregate() {}

    OrderAggregate(String stream, Order order) {
        this.stream = stream;
        this.order = order;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    List<OrderEvent> handle(PlaceOrder command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(RecordPayment command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(CancelOrder command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(ExpireOrder command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(AcceptOrder command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(MakeReady command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(HandOver command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(AskRefund command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(ApproveRefund command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(RejectRefund command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(CompleteRefund command) {
        return run(command);
    }

    @CommandHandler
    List<OrderEvent> handle(FailRefund command) {
        return run(command);
    }

    /** For {@link Orders} too, which has the aggregate in hand. */
    List<OrderEvent> run(OrderCommand command) {
        var events = order.decide(command).orThrow();
        events.forEach(AggregateLifecycle::apply);
        return events;
    }

    Order order() {
        return order;
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        stream = StreamId.of(event).toString();
        order = order.evolve(event);
    }
}
