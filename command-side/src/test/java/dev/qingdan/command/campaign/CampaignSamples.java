package dev.qingdan.command.campaign;

import dev.qingdan.command.campaign.CampaignCommand.OpenCampaign;
import dev.qingdan.command.campaign.CouponCommand.TakeCoupon;
import dev.qingdan.command.campaign.CouponCommand.UseCoupon;
import dev.qingdan.events.CampaignEvent;
import dev.qingdan.events.CampaignEvent.CampaignClosed;
import dev.qingdan.events.CampaignEvent.CampaignOpened;
import dev.qingdan.events.CampaignEvent.CouponIssued;
import dev.qingdan.events.CouponEvent;
import dev.qingdan.events.CouponEvent.CouponReturned;
import dev.qingdan.events.CouponEvent.CouponTaken;
import dev.qingdan.events.CouponEvent.CouponUsed;
import java.time.Duration;
import java.time.Instant;

/** A campaign of two coupons for a day, ten yuan off sixty, and one of them in Li's hands. */
final class CampaignSamples {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    static final Benefit TEN_OFF_SIXTY = new Benefit(6_000, 1_000L, null);

    static final OpenCampaign OPEN = open(TEN_OFF_SIXTY, NOON, TOMORROW);
    static final CampaignOpened OPENED =
            new CampaignOpened(
                    "spring", "shop-1", "Spring", 6_000, 1_000L, null, 2, NOON, TOMORROW);
    static final CouponIssued FIRST = new CouponIssued("spring", "coupon-1");
    static final CouponIssued SECOND = new CouponIssued("spring", "coupon-2");
    static final CampaignClosed CLOSED = new CampaignClosed("spring", NOON);

    static final TakeCoupon TAKE =
            new TakeCoupon("coupon-1", "spring", "li", campaign(OPENED), NOON);
    static final CouponTaken TAKEN =
            new CouponTaken(
                    "coupon-1",
                    "spring",
                    "li",
                    "shop-1",
                    "Spring",
                    6_000,
                    1_000L,
                    null,
                    TOMORROW,
                    NOON);
    static final CouponUsed USED =
            new CouponUsed("coupon-1", "spring", "li", "order-1", 1_000, NOON);
    static final CouponReturned RETURNED =
            new CouponReturned("coupon-1", "spring", "li", "order-1", NOON);

    private CampaignSamples() {}

    static OpenCampaign open(Benefit benefit, Instant validFrom, Instant validUntil) {
        return new OpenCampaign("spring", "shop-1", "Spring", benefit, 2, validFrom, validUntil);
    }

    static UseCoupon use(String memberId, String shopId, long total, Instant now) {
        return new UseCoupon("coupon-1", memberId, shopId, "order-1", total, now);
    }

    static Campaign campaign(CampaignEvent... events) {
        var campaign = Campaign.NO_CAMPAIGN;
        for (var event : events) {
            campaign = campaign.evolve(event);
        }
        return campaign;
    }

    static Coupon coupon(CouponEvent... events) {
        var coupon = Coupon.NO_COUPON;
        for (var event : events) {
            coupon = coupon.evolve(event);
        }
        return coupon;
    }
}
