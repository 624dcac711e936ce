package dev.qingdan.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of one coupon in the hands of the member who took it. */
public sealed interface CouponEvent extends MembershipEvent {

    String couponId();

    String campaignId();

    String memberId();

    @Override
    default String aggregateId() {
        return couponId();
    }

    /** The member can use it once, on the terms of the campaign, in the campaign's shop. */
    record CouponTaken(
            String couponId,
            String campaignId,
            String memberId,
            String shopId,
            String name,
            long minimumSpend,
            @Nullable Long amountOff,
            @Nullable Integer percentOff,
            Instant validUntil,
            Instant takenAt)
            implements CouponEvent {}

    /** An order was placed with it and pays {@code discount} fen less. */
    record CouponUsed(
            String couponId,
            String campaignId,
            String memberId,
            String orderId,
            long discount,
            Instant usedAt)
            implements CouponEvent {}

    /** The order ended without goods, so the member can use it again while it is valid. */
    record CouponReturned(
            String couponId, String campaignId, String memberId, String orderId, Instant returnedAt)
            implements CouponEvent {}
}
