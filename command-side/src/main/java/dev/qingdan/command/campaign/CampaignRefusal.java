package dev.qingdan.command.campaign;

import dev.qingdan.command.platform.Refusal;
import java.time.Instant;

/** Why a campaign says no; the components of a refusal are told to the client. */
public sealed interface CampaignRefusal extends Refusal {

    record CampaignNotFound() implements CampaignRefusal {}

    record OneBenefitNeeded() implements CampaignRefusal {}

    record NothingLeftToPay() implements CampaignRefusal {}

    record EndsTooEarly(Instant validFrom) implements CampaignRefusal {}

    record NotBegun(Instant validFrom) implements CampaignRefusal {}

    record CampaignOver() implements CampaignRefusal {}

    record NoneLeft() implements CampaignRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case CampaignNotFound _ -> "campaign.not-found";
            case OneBenefitNeeded _ -> "campaign.one-benefit-needed";
            case NothingLeftToPay _ -> "campaign.nothing-left-to-pay";
            case EndsTooEarly _ -> "campaign.ends-too-early";
            case NotBegun _ -> "campaign.not-begun";
            case CampaignOver _ -> "campaign.over";
            case NoneLeft _ -> "coupon.none-left";
        };
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case CampaignNotFound _ -> Kind.NOT_FOUND;
            case OneBenefitNeeded _, NothingLeftToPay _, EndsTooEarly _ -> Kind.INVALID;
            case NotBegun _, CampaignOver _, NoneLeft _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String detail() {
        return switch (this) {
            case CampaignNotFound _ -> "There is no such campaign.";
            case OneBenefitNeeded _ -> "Say either amountOff or percentOff.";
            case NothingLeftToPay _ -> "amountOff has to be less than minimumSpend.";
            case EndsTooEarly _ -> "The campaign would end before it begins.";
            case NotBegun _ -> "The campaign has not begun.";
            case CampaignOver _ -> "The campaign is over.";
            case NoneLeft _ -> "All coupons of this campaign are taken.";
        };
    }
}
