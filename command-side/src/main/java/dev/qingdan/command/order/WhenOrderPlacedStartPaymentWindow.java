package dev.qingdan.command.order;

import dev.qingdan.command.timers.Timers;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

@Component
class WhenOrderPlacedStartPaymentWindow {

    private final Timers timers;

    WhenOrderPlacedStartPaymentWindow(Timers timers) {
        this.timers = timers;
    }

    @EventHandler
    void on(OrderPlaced placed, EventMessage<?> message) {
        timers.set(PaymentWindow.NAME, placed.orderId(), placed.payBefore(), message);
    }
}
