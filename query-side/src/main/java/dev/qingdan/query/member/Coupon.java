package dev.qingdan.query.member;

import dev.qingdan.events.CouponEvent;
import dev.qingdan.events.CouponEvent.CouponReturned;
import dev.qingdan.events.CouponEvent.CouponTaken;
import dev.qingdan.events.CouponEvent.CouponUsed;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon on the terms under which it was taken.
 *
 * @param usedFor the order that was placed with it; null while it can be used
 */
record Coupon(
        String couponId,
        String memberId,
        String campaignId,
        String shopId,
        String name,
        long minimumSpend,
        @Nullable Long amountOff,
        @Nullable Integer percentOff,
        Instant validUntil,
        Instant takenAt,
        @Nullable String usedFor,
        long version)
        implements Row {

    static Coupon evolve(@Nullable Coupon row, Recorded<CouponEvent> recorded) {
        return switch (recorded.event()) {
            case CouponTaken taken -> of(taken, recorded.sequence());
            case CouponUsed used -> known(row).usedFor(used.orderId(), recorded.sequence());
            case CouponReturned _ -> known(row).usedFor(null, recorded.sequence());
        };
    }

    private static Coupon of(CouponTaken taken, long version) {
        return new Coupon(
                taken.couponId(),
                taken.memberId(),
                taken.campaignId(),
                taken.shopId(),
                taken.name(),
                taken.minimumSpend(),
                taken.amountOff(),
                taken.percentOff(),
                taken.validUntil(),
                taken.takenAt(),
                null,
                version);
    }

    private static Coupon known(@Nullable Coupon row) {
        if (row == null) {
            throw new IllegalStateException("The coupon was never taken");
        }
        return row;
    }

    private Coupon usedFor(@Nullable String orderId, long newVersion) {
        return new Coupon(
                couponId,
                memberId,
                campaignId,
                shopId,
                name,
                minimumSpend,
                amountOff,
                percentOff,
                validUntil,
                takenAt,
                orderId,
                newVersion);
    }
}
