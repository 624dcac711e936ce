package dev.qingdan.command.order;

import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What managers say to members who want money back. */
@RestController
@RequestMapping("/api/v1/staff/refunds/{refundId}")
class StaffRefundApi {

    private final Commands commands;
    private final OrderRefunding refunding;

    StaffRefundApi(Commands commands, OrderRefunding refunding) {
        this.commands = commands;
        this.refunding = refunding;
    }

    record RejectionForm(@NotBlank @Size(max = 200) String reason) {}

    record DecidedAnswer(String refundId, String status) {}

    @PostMapping("/approval")
    ResponseEntity<byte[]> approve(@PathVariable String refundId, CommandRequest request) {
        return commands.answer(
                request,
                () -> {
                    refunding.approve(refundId);
                    return Answer.ok(new DecidedAnswer(refundId, "APPROVED"));
                });
    }

    @PostMapping("/rejection")
    ResponseEntity<byte[]> reject(
            @PathVariable String refundId,
            @Valid @RequestBody RejectionForm form,
            CommandRequest request) {
        return commands.answer(
                request,
                () -> {
                    refunding.reject(refundId, form.reason());
                    return Answer.ok(new DecidedAnswer(refundId, "REJECTED"));
                });
    }
}
