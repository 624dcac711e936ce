package dev.qingdan.command.payment;

import dev.qingdan.command.order.OrderStatus;
import dev.qingdan.command.order.Orders;
import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.platform.http.Frequent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How members pay. */
@RestController
@RequestMapping("/api/v1/orders/{orderId}")
class PaymentApi {

    private final Commands commands;
    private final Checkout checkout;
    private final Orders orders;
    private final PaymentAttempts attempts;
    private final PaymentDesk desk;

    PaymentApi(
            Commands commands,
            Checkout checkout,
            Orders orders,
            PaymentAttempts attempts,
            PaymentDesk desk) {
        this.commands = commands;
        this.checkout = checkout;
        this.orders = orders;
        this.attempts = attempts;
        this.desk = desk;
    }

    record StatusAnswer(OrderStatus status) {}

    @Frequent
    @PostMapping("/payments")
    ResponseEntity<byte[]> pay(@PathVariable String orderId, CommandRequest request) {
        return commands.answerInSteps(
                request, steps -> Answer.created(checkout.pay(orderId, request.memberId(), steps)));
    }

    /** The mini-program's "paid" is a hint; only WeChat knows. */
    @PostMapping("/payment-checks")
    ResponseEntity<byte[]> check(@PathVariable String orderId, CommandRequest request) {
        return commands.answerInSteps(
                request,
                steps -> {
                    status(orderId, request.memberId(), steps);
                    attempts.openOf(orderId).ifPresent(attempt -> desk.check(attempt, steps));
                    return Answer.ok(new StatusAnswer(status(orderId, request.memberId(), steps)));
                });
    }

    private OrderStatus status(String orderId, String memberId, Steps steps) {
        return steps.inUnitOfWork(() -> orders.status(orderId, memberId));
    }
}
