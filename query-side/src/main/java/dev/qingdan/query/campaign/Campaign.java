package dev.qingdan.query.campaign;

import dev.qingdan.events.CampaignEvent;
import dev.qingdan.events.CampaignEvent.CampaignClosed;
import dev.qingdan.events.CampaignEvent.CampaignOpened;
import dev.qingdan.events.CampaignEvent.CouponIssued;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign and how many of its coupons are taken. */
record Campaign(
        String campaignId,
        String shopId,
        String name,
        long minimumSpend,
        @Nullable Long amountOff,
        @Nullable Integer percentOff,
        Instant validFrom,
        Instant validUntil,
        int quantity,
        int taken,
        @Nullable Instant closedAt,
        long version)
        implements Row {

    static Campaign evolve(@Nullable Campaign row, Recorded<CampaignEvent> recorded) {
        long version = recorded.sequence();
        return switch (recorded.event()) {
            case CampaignOpened opened -> of(opened, version);
            case CouponIssued _ -> known(row).with(known(row).taken + 1, null, version);
            case CampaignClosed closed ->
                    known(row).with(known(row).taken, closed.closedAt(), version);
        };
    }

    private static Campaign of(CampaignOpened opened, long version) {
        return new Campaign(
                opened.campaignId(),
                opened.shopId(),
                opened.name(),
                opened.minimumSpend(),
                opened.amountOff(),
                opened.percentOff(),
                opened.validFrom(),
                opened.validUntil(),
                opened.quantity(),
                0,
                null,
                version);
    }

    private static Campaign known(@Nullable Campaign row) {
        if (row == null) {
            throw new IllegalStateException("The campaign was never opened");
        }
        return row;
    }

    private Campaign with(int nowTaken, @Nullable Instant nowClosedAt, long newVersion) {
        return new Campaign(
                campaignId,
                shopId,
                name,
                minimumSpend,
                amountOff,
                percentOff,
                validFrom,
                validUntil,
                quantity,
                nowTaken,
                nowClosedAt,
                newVersion);
    }
}
