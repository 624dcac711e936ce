package dev.qingdan.command.order;

import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.timers.Timer;
import org.springframework.stereotype.Component;

/** The time that a member has to pay an order; where nobody did, the order expires with it. */
@Component
class PaymentWindow implements Timer {

    static final String NAME = "payment-window";

    private final OrderEnding ending;

    PaymentWindow(OrderEnding ending) {
        this.ending = ending;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome ring(String orderId, Steps steps) {
        ending.expire(orderId, steps);
        return Outcome.DONE;
    }
}
