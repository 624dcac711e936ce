package dev.qingdan.command.campaign;

import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;

import dev.qingdan.command.campaign.CampaignCommand.CloseCampaign;
import dev.qingdan.command.campaign.CampaignCommand.IssueCoupon;
import dev.qingdan.command.campaign.CampaignCommand.OpenCampaign;
import dev.qingdan.command.campaign.CampaignRefusal.CampaignNotFound;
import dev.qingdan.command.campaign.CampaignRefusal.CampaignOver;
import dev.qingdan.command.campaign.CampaignRefusal.EndsTooEarly;
import dev.qingdan.command.campaign.CampaignRefusal.NoneLeft;
import dev.qingdan.command.campaign.CampaignRefusal.NotBegun;
import dev.qingdan.command.campaign.CampaignRefusal.NothingLeftToPay;
import dev.qingdan.command.campaign.CampaignRefusal.OneBenefitNeeded;
import dev.qingdan.command.platform.Decision;
import dev.qingdan.events.CampaignEvent;
import dev.qingdan.events.CampaignEvent.CampaignClosed;
import dev.qingdan.events.CampaignEvent.CampaignOpened;
import dev.qingdan.events.CampaignEvent.CouponIssued;
import java.time.Instant;

/**
 * A shop's offer of coupons. Only how many were taken, never by whom: each coupon, decided in the
 * same unit of work, knows its member, so a campaign of a hundred thousand stays small.
 */
record Campaign(
        String shopId,
        String name,
        Benefit benefit,
        int quantity,
        Instant validFrom,
        Instant validUntil,
        int taken,
        boolean closed) {

    static final Campaign NO_CAMPAIGN =
            new Campaign("", "", Benefit.NONE, 0, Instant.EPOCH, Instant.EPOCH, 0, false);

    private boolean isThere() {
        return quantity > 0;
    }

    int left() {
        return closed ? 0 : quantity - taken;
    }

    Decision<CampaignEvent> decide(CampaignCommand command) {
        return switch (command) {
            case OpenCampaign open -> isThere() ? accept() : open(open);
            case CampaignCommand _ when !isThere() -> refuse(new CampaignNotFound());
            case IssueCoupon issue -> issue(issue);
            case CloseCampaign(var campaignId, var now) ->
                    closed ? accept() : accept(new CampaignClosed(campaignId, now));
        };
    }

    private static Decision<CampaignEvent> open(OpenCampaign open) {
        var benefit = open.benefit();
        if (!benefit.isOfOneKind()) {
            return refuse(new OneBenefitNeeded());
        }
        if (!benefit.leavesSomethingToPay()) {
            return refuse(new NothingLeftToPay());
        }
        if (!open.validUntil().isAfter(open.validFrom())) {
            return refuse(new EndsTooEarly(open.validFrom()));
        }
        return accept(
                new CampaignOpened(
                        open.campaignId(),
                        open.shopId(),
                        open.name(),
                        benefit.minimumSpend(),
                        benefit.amountOff(),
                        benefit.percentOff(),
                        open.quantity(),
                        open.validFrom(),
                        open.validUntil()));
    }

    private Decision<CampaignEvent> issue(IssueCoupon issue) {
        if (issue.now().isBefore(validFrom)) {
            return refuse(new NotBegun(validFrom));
        }
        if (closed || !issue.now().isBefore(validUntil)) {
            return refuse(new CampaignOver());
        }
        return taken < quantity
                ? accept(new CouponIssued(issue.campaignId(), issue.couponId()))
                : refuse(new NoneLeft());
    }

    Campaign evolve(CampaignEvent event) {
        return switch (event) {
            case CampaignOpened opened ->
                    new Campaign(
                            opened.shopId(),
                            opened.name(),
                            new Benefit(
                                    opened.minimumSpend(), opened.amountOff(), opened.percentOff()),
                            opened.quantity(),
                            opened.validFrom(),
                            opened.validUntil(),
                            0,
                            false);
            case CouponIssued _ -> with(taken + 1, closed);
            case CampaignClosed _ -> with(taken, true);
        };
    }

    private Campaign with(int nowTaken, boolean nowClosed) {
        return new Campaign(
                shopId, name, benefit, quantity, validFrom, validUntil, nowTaken, nowClosed);
    }
}
