package dev.qingdan.command.order;

import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.timers.Deadline;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The time that a member has to pay an order; where nobody did, the order expires with it. */
@Component
class PaymentWindow implements Deadline<OrderPlaced> {

    private final OrderEnding ending;

    PaymentWindow(OrderEnding ending) {
        this.ending = ending;
    }

    @Override
    public String name() {
        return "payment-window";
    }

    @Override
    public Class<OrderPlaced> event() {
        return OrderPlaced.class;
    }

    @Override
    public Instant at(OrderPlaced placed) {
        return placed.payBefore();
    }

    @Override
    public Outcome ring(String orderId, Steps steps) {
        ending.expire(orderId, steps);
        return Outcome.DONE;
    }
}
