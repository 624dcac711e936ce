package dev.qingdan.command.order;

import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import dev.qingdan.command.platform.http.Frequent;
import dev.qingdan.command.platform.http.GroupedCommands;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What members do with their orders. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderApi {

    private final Commands commands;
    private final GroupedCommands grouped;
    private final OrderPlacing placing;
    private final OrderEnding ending;
    private final OrderRefunding refunding;

    OrderApi(
            Commands commands,
            GroupedCommands grouped,
            OrderPlacing placing,
            OrderEnding ending,
            OrderRefunding refunding) {
        this.commands = commands;
        this.grouped = grouped;
        this.placing = placing;
        this.ending = ending;
        this.refunding = refunding;
    }

    record PlacedAnswer(
            String orderId,
            String number,
            OrderStatus status,
            long total,
            long discount,
            long payable,
            Instant payBefore) {

        static PlacedAnswer of(OrderPlaced placed) {
            return new PlacedAnswer(
                    placed.orderId(),
                    placed.number(),
                    OrderStatus.AWAITING_PAYMENT,
                    placed.total(),
                    placed.discount(),
                    placed.payable(),
                    placed.payBefore());
        }
    }

    record CancellationForm(@Size(max = 200) @Nullable String reason) {}

    record StatusAnswer(OrderStatus status) {}

    record RefundAnswer(String refundId, String status) {}

    @Frequent
    @PostMapping
    ResponseEntity<byte[]> place(@Valid @RequestBody OrderForm form, CommandRequest request) {
        return grouped.answer(
                request,
                () -> {
                    var placed = placing.place(form, request.memberId());
                    return Answer.created(
                            "/api/v1/orders/" + placed.orderId(), PlacedAnswer.of(placed));
                });
    }

    @Frequent
    @PostMapping("/{orderId}/cancellation")
    ResponseEntity<byte[]> cancel(
            @PathVariable String orderId,
            @Valid @RequestBody CancellationForm form,
            CommandRequest request) {
        var member = request.memberId();
        var reason = form.reason();
        return grouped.answerAtOnceOr(
                request,
                () -> cancelled(ending.cancelAtOnce(orderId, member, reason)),
                steps -> cancelled(ending.cancel(orderId, member, reason, steps)));
    }

    private static Answer cancelled(OrderStatus status) {
        return Answer.ok(new StatusAnswer(status));
    }

    @PostMapping("/{orderId}/refunds")
    ResponseEntity<byte[]> askRefund(
            @PathVariable String orderId,
            @Valid @RequestBody RefundForm form,
            CommandRequest request) {
        return commands.answer(
                request,
                () -> {
                    var refundId = refunding.ask(orderId, request.memberId(), form);
                    return Answer.created(new RefundAnswer(refundId, "REQUESTED"));
                });
    }
}
