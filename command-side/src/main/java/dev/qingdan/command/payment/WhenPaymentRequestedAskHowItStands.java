package dev.qingdan.command.payment;

import dev.qingdan.command.timers.Timers;
import dev.qingdan.events.PaymentEvent.PaymentRequested;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class WhenPaymentRequestedAskHowItStands {

    private final Timers timers;
    private final Clock clock;
    private final Duration firstCheck;

    WhenPaymentRequestedAskHowItStands(
            Timers timers,
            Clock clock,
            @Value("${qingdan.payment-check-after:PT20S}") Duration firstCheck) {
        this.timers = timers;
        this.clock = clock;
        this.firstCheck = firstCheck;
    }

    @EventHandler
    void on(PaymentRequested requested, EventMessage<?> message) {
        var at = clock.instant().plus(firstCheck);
        timers.set(PaymentCheck.NAME, requested.paymentId(), at, message);
    }
}
