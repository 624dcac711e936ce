package dev.qingdan.command.campaign;

import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Frequent;
import dev.qingdan.command.platform.http.GroupedCommands;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What members do with coupons. */
@RestController
class CouponApi {

    private final GroupedCommands commands;
    private final Campaigns campaigns;

    CouponApi(GroupedCommands commands, Campaigns campaigns) {
        this.commands = commands;
        this.campaigns = campaigns;
    }

    record TakingForm(@NotBlank @Size(max = 36) String campaignId) {}

    record TakingAnswer(String couponId) {}

    @Frequent
    @PostMapping("/api/v1/members/me/coupons")
    ResponseEntity<byte[]> take(@Valid @RequestBody TakingForm form, CommandRequest request) {
        return commands.answer(
                request,
                () ->
                        Answer.created(
                                new TakingAnswer(
                                        campaigns.take(form.campaignId(), request.memberId()))));
    }
}
