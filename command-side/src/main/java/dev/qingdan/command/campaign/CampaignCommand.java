package dev.qingdan.command.campaign;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of one campaign; moments and new ids come in with the command. */
sealed interface CampaignCommand {

    String campaignId();

    @TargetAggregateIdentifier
    default String stream() {
        return new StreamId(AggregateType.CAMPAIGN, campaignId()).toString();
    }

    record OpenCampaign(
            String campaignId,
            String shopId,
            String name,
            Benefit benefit,
            int quantity,
            Instant validFrom,
            Instant validUntil)
            implements CampaignCommand {}

    /** Only in the unit of work in which a member takes the coupon. */
    record IssueCoupon(String campaignId, String couponId, Instant now)
            implements CampaignCommand {}

    record CloseCampaign(String campaignId, Instant now) implements CampaignCommand {}
}
