package dev.qingdan.command.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the shop's people do with orders. */
@RestController
class StaffOrderApi {

    private final Commands commands;
    private final OrderServing serving;
    private final OrderTexts texts;

    StaffOrderApi(Commands commands, OrderServing serving, OrderTexts texts) {
        this.commands = commands;
        this.serving = serving;
        this.texts = texts;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServedAnswer(OrderStatus status, @Nullable String pickupCode) {

        /** The code is told once: who hands over is to hear it from the member. */
        static ServedAnswer of(Order order) {
            var code = order.status() == OrderStatus.READY ? order.pickupCode() : null;
            return new ServedAnswer(order.status(), code);
        }
    }

    record HandoverForm(@NotBlank @Size(max = 20) String pickupCode) {}

    @PostMapping("/api/v1/staff/orders/{orderId}/acceptance")
    ResponseEntity<byte[]> accept(@PathVariable String orderId, CommandRequest request) {
        return answer(request, () -> serving.accept(orderId));
    }

    @PostMapping("/api/v1/staff/orders/{orderId}/readiness")
    ResponseEntity<byte[]> makeReady(@PathVariable String orderId, CommandRequest request) {
        return answer(request, () -> serving.makeReady(orderId));
    }

    @PostMapping("/api/v1/staff/orders/{orderId}/handover")
    ResponseEntity<byte[]> handOver(
            @PathVariable String orderId,
            @Valid @RequestBody HandoverForm form,
            CommandRequest request) {
        return answer(request, () -> serving.handOver(orderId, form.pickupCode()));
    }

    @GetMapping("/ops/orders/{orderId}/texts")
    OrderTexts.Texts texts(@PathVariable String orderId) {
        return texts.of(orderId);
    }

    private ResponseEntity<byte[]> answer(CommandRequest request, Supplier<Order> step) {
        return commands.answer(
                request,
                () -> {
                    var order = step.get();
                    return Answer.ok(ServedAnswer.of(order));
                });
    }
}
