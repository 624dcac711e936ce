package dev.qingdan.command.payment;

import dev.qingdan.command.payment.PaymentCommand.ClosePayment;
import dev.qingdan.command.payment.PaymentCommand.CompletePaymentRefund;
import dev.qingdan.command.payment.PaymentCommand.ConfirmPayment;
import dev.qingdan.command.payment.PaymentCommand.FailPaymentRefund;
import dev.qingdan.command.payment.PaymentCommand.RequestPayment;
import dev.qingdan.command.payment.PaymentCommand.RequestPaymentRefund;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.PaymentEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Payment}; each command gives back what it led to. */
@Aggregate(type = "payment")
public class PaymentAggregate {

    @AggregateIdentifier private @Nullable String stream;
    private Payment payment = Payment.NO_PAYMENT;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<PaymentEvent> handle(RequestPayment command) {
        return run(command);
    }

    @CommandHandler
    List<PaymentEvent> handle(ConfirmPayment command) {
        return run(command);
    }

    @CommandHandler
    List<PaymentEvent> handle(ClosePayment command) {
        return run(command);
    }

    @CommandHandler
    List<PaymentEvent> handle(RequestPaymentRefund command) {
        return run(command);
    }

    @CommandHandler
    List<PaymentEvent> handle(CompletePaymentRefund command) {
        return run(command);
    }

    @CommandHandler
    List<PaymentEvent> handle(FailPaymentRefund command) {
        return run(command);
    }

    private List<PaymentEvent> run(PaymentCommand command) {
        var events = payment.decide(command).orThrow();
        events.forEach(AggregateLifecycle::apply);
        return events;
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        stream = StreamId.of(event).toString();
        payment = payment.evolve(event);
    }
}
