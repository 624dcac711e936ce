package dev.qingdan.command.payment;

import dev.qingdan.command.timers.Timers;
import dev.qingdan.events.PaymentEvent.PaymentRefundRequested;
import java.time.Clock;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

@Component
class WhenRefundRequestedAskWeChat {

    private final Timers timers;
    private final Clock clock;

    WhenRefundRequestedAskWeChat(Timers timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    @EventHandler
    void on(PaymentRefundRequested requested, EventMessage<?> message) {
        var id = RefundErrand.id(requested.paymentId(), requested.refundId());
        timers.set(RefundErrand.NAME, id, clock.instant(), message);
    }
}
