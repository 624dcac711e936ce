package dev.qingdan.query.testing;

import static dev.qingdan.query.testing.History.BEGINNING;

import dev.qingdan.events.CampaignEvent.CampaignOpened;
import dev.qingdan.events.CouponEvent.CouponReturned;
import dev.qingdan.events.CouponEvent.CouponTaken;
import dev.qingdan.events.CouponEvent.CouponUsed;
import java.time.Instant;

/** Events of a campaign and of its coupons, in the words of a test. */
public final class Coupons {

    public static final Instant END = BEGINNING.plusSeconds(86_400);

    private Coupons() {}

    public static CampaignOpened opened(String campaignId, Instant validUntil) {
        return new CampaignOpened(
                campaignId, "shop-1", "Spring", 6_000, 1_000L, null, 10, BEGINNING, validUntil);
    }

    public static CouponTaken taken(String couponId, String memberId, Instant validUntil) {
        return new CouponTaken(
                couponId,
                "spring",
                memberId,
                "shop-1",
                "Spring",
                6_000,
                1_000L,
                null,
                validUntil,
                BEGINNING);
    }

    public static CouponUsed used(String couponId, String memberId) {
        return new CouponUsed(couponId, "spring", memberId, "order-1", 1_000, BEGINNING);
    }

    public static CouponReturned returned(String couponId, String memberId) {
        return new CouponReturned(couponId, "spring", memberId, "order-1", BEGINNING);
    }
}
