package dev.qingdan.command.campaign;

import dev.qingdan.command.campaign.CampaignCommand.CloseCampaign;
import dev.qingdan.command.campaign.CampaignCommand.IssueCoupon;
import dev.qingdan.command.campaign.CampaignCommand.OpenCampaign;
import dev.qingdan.command.campaign.CampaignRefusal.CampaignNotFound;
import dev.qingdan.command.campaign.CouponCommand.TakeCoupon;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Opens and closes campaigns, and gives their coupons away. */
@Component
class Campaigns {

    private final Repository<CampaignAggregate> repository;
    private final CommandGateway gateway;
    private final Clock clock;

    Campaigns(Repository<CampaignAggregate> repository, CommandGateway gateway, Clock clock) {
        this.repository = repository;
        this.gateway = gateway;
        this.clock = clock;
    }

    void open(OpenCampaign command) {
        gateway.sendAndWait(command);
    }

    Campaign close(String campaignId) {
        var campaign = campaign(campaignId);
        gateway.sendAndWait(new CloseCampaign(campaignId, clock.instant()));
        return campaign;
    }

    /**
     * The campaign's count and the member's coupon change together. The campaign is locked first,
     * so its coupons are given one after the other, and who asks twice hears so even where none is
     * left.
     */
    String take(String campaignId, String memberId) {
        var campaign = campaign(campaignId);
        var couponId = CouponIds.of(campaignId, memberId);
        var now = clock.instant();
        gateway.sendAndWait(new TakeCoupon(couponId, campaignId, memberId, campaign, now));
        gateway.sendAndWait(new IssueCoupon(campaignId, couponId, now));
        return couponId;
    }

    private Campaign campaign(String campaignId) {
        try {
            var stream = new StreamId(AggregateType.CAMPAIGN, campaignId).toString();
            return repository.load(stream).invoke(CampaignAggregate::campaign);
        } catch (AggregateNotFoundException _) {
            throw new CommandRefused(new CampaignNotFound());
        }
    }
}
