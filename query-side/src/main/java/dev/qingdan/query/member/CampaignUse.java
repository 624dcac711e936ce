package dev.qingdan.query.member;

import dev.qingdan.events.CouponEvent;
import dev.qingdan.events.CouponEvent.CouponReturned;
import dev.qingdan.events.CouponEvent.CouponTaken;
import dev.qingdan.events.CouponEvent.CouponUsed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many of a campaign's coupons orders were placed with, not counting those given back. */
record CampaignUse(String campaignId, long used) {

    static List<CampaignUse> counted(@Nullable Coupon before, Coupon after, CouponEvent event) {
        return switch (event) {
            case CouponTaken _ -> List.of();
            case CouponUsed _ -> List.of(new CampaignUse(after.campaignId(), 1));
            case CouponReturned _ -> List.of(new CampaignUse(after.campaignId(), -1));
        };
    }
}
