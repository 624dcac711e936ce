package dev.qingdan.command.campaign;

import dev.qingdan.command.campaign.CampaignCommand.OpenCampaign;
import dev.qingdan.command.catalogue.Catalogue;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What managers do with campaigns. */
@RestController
@RequestMapping("/api/v1/staff/campaigns")
class CampaignApi {

    private static final int MOST_COUPONS = 1_000_000;

    private final Commands commands;
    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Ids ids;
    private final Clock clock;

    CampaignApi(Commands commands, Campaigns campaigns, Catalogue catalogue, Ids ids, Clock clock) {
        this.commands = commands;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param validFrom now, where it is not said
     */
    record CampaignForm(
            @NotBlank @Size(max = 36) String shopId,
            @NotBlank @Size(max = 60) String name,
            @NotNull @Min(0) @Max(MOST_FEN) Long minimumSpend,
            @Nullable @Min(1) @Max(MOST_FEN) Long amountOff,
            @Nullable @Min(1) @Max(99) Integer percentOff,
            @NotNull @Min(1) @Max(MOST_COUPONS) Integer quantity,
            @Nullable Instant validFrom,
            @NotNull Instant validUntil) {

        private static final long MOST_FEN = 100_000_000;

        OpenCampaign opening(String campaignId, Instant now) {
            return new OpenCampaign(
                    campaignId,
                    shopId,
                    name,
                    new Benefit(minimumSpend, amountOff, percentOff),
                    quantity,
                    validFrom == null ? now : validFrom,
                    validUntil);
        }
    }

    record CampaignAnswer(String campaignId) {}

    /**
     * @param taken how many coupons stay with the members who took them
     */
    record ClosureAnswer(String campaignId, int taken) {}

    @PostMapping
    ResponseEntity<byte[]> open(@Valid @RequestBody CampaignForm form, CommandRequest request) {
        return commands.answer(
                request,
                () -> {
                    catalogue.requireShop(form.shopId());
                    var campaignId = ids.generateIdentifier();
                    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    campaigns.open(form.opening(campaignId, now));
                    return Answer.created(new CampaignAnswer(campaignId));
                });
    }

    @PostMapping("/{campaignId}/closure")
    ResponseEntity<byte[]> close(@PathVariable String campaignId, CommandRequest request) {
        return commands.answer(
                request,
                () -> {
                    var campaign = campaigns.close(campaignId);
                    return Answer.ok(new ClosureAnswer(campaignId, campaign.taken()));
                });
    }
}
