package dev.qingdan.command.payment;

import dev.qingdan.command.payment.PaymentAttempts.Attempt;
import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.timers.Timer;
import org.springframework.stereotype.Component;

/** Asks WeChat about an attempt of which no notification came, until it is settled. */
@Component
class PaymentCheck implements Timer {

    static final String NAME = "payment-check";

    private final PaymentAttempts attempts;
    private final PaymentDesk desk;

    PaymentCheck(PaymentAttempts attempts, PaymentDesk desk) {
        this.attempts = attempts;
        this.desk = desk;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome ring(String paymentId, Steps steps) {
        var open = attempts.find(paymentId).filter(Attempt::open);
        return open.isEmpty() || desk.check(open.get(), steps) ? Outcome.DONE : Outcome.AGAIN;
    }
}
