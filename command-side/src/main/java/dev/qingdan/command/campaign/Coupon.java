package dev.qingdan.command.campaign;

import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;

import dev.qingdan.command.campaign.CouponCommand.ReturnCoupon;
import dev.qingdan.command.campaign.CouponCommand.TakeCoupon;
import dev.qingdan.command.campaign.CouponCommand.UseCoupon;
import dev.qingdan.command.campaign.CouponRefusal.AlreadyTaken;
import dev.qingdan.command.campaign.CouponRefusal.AlreadyUsed;
import dev.qingdan.command.campaign.CouponRefusal.BelowMinimum;
import dev.qingdan.command.campaign.CouponRefusal.Expired;
import dev.qingdan.command.campaign.CouponRefusal.OtherShops;
import dev.qingdan.command.campaign.CouponRefusal.UnknownCoupon;
import dev.qingdan.command.platform.Decision;
import dev.qingdan.events.CouponEvent;
import dev.qingdan.events.CouponEvent.CouponReturned;
import dev.qingdan.events.CouponEvent.CouponTaken;
import dev.qingdan.events.CouponEvent.CouponUsed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's coupon, on the terms under which it was taken.
 *
 * @param usedFor the order that was placed with it
 */
record Coupon(
        String campaignId,
        String memberId,
        String shopId,
        Benefit benefit,
        Instant validUntil,
        @Nullable String usedFor) {

    static final Coupon NO_COUPON = new Coupon("", "", "", Benefit.NONE, Instant.EPOCH, null);

    private boolean isThere() {
        return !memberId.isEmpty();
    }

    Decision<CouponEvent> decide(CouponCommand command) {
        return switch (command) {
            case TakeCoupon take ->
                    isThere() ? refuse(new AlreadyTaken(take.couponId())) : take(take);
            case UseCoupon use -> use(use);
            case ReturnCoupon(var couponId, var orderId, var now) ->
                    orderId.equals(usedFor)
                            ? accept(
                                    new CouponReturned(
                                            couponId, campaignId, memberId, orderId, now))
                            : accept();
        };
    }

    private static Decision<CouponEvent> take(TakeCoupon take) {
        var campaign = take.campaign();
        return accept(
                new CouponTaken(
                        take.couponId(),
                        take.campaignId(),
                        take.memberId(),
                        campaign.shopId(),
                        campaign.name(),
                        campaign.benefit().minimumSpend(),
                        campaign.benefit().amountOff(),
                        campaign.benefit().percentOff(),
                        campaign.validUntil(),
                        take.now()));
    }

    private Decision<CouponEvent> use(UseCoupon use) {
        if (!use.memberId().equals(memberId)) {
            return refuse(new UnknownCoupon());
        }
        if (usedFor != null) {
            return refuse(new AlreadyUsed(usedFor));
        }
        if (!use.now().isBefore(validUntil)) {
            return refuse(new Expired(validUntil));
        }
        if (!use.shopId().equals(shopId)) {
            return refuse(new OtherShops(shopId));
        }
        if (use.total() < benefit.minimumSpend()) {
            return refuse(new BelowMinimum(benefit.minimumSpend(), use.total()));
        }
        return accept(
                new CouponUsed(
                        use.couponId(),
                        campaignId,
                        memberId,
                        use.orderId(),
                        benefit.discountOn(use.total()),
                        use.now()));
    }

    Coupon evolve(CouponEvent event) {
        return switch (event) {
            case CouponTaken taken ->
                    new Coupon(
                            taken.campaignId(),
                            taken.memberId(),
                            taken.shopId(),
                            new Benefit(
                                    taken.minimumSpend(), taken.amountOff(), taken.percentOff()),
                            taken.validUntil(),
                            null);
            case CouponUsed used -> usedFor(used.orderId());
            case CouponReturned _ -> usedFor(null);
        };
    }

    private Coupon usedFor(@Nullable String orderId) {
        return new Coupon(campaignId, memberId, shopId, benefit, validUntil, orderId);
    }
}
