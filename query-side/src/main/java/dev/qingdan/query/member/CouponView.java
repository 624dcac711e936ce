package dev.qingdan.query.member;

import dev.qingdan.query.platform.web.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as its member reads it.
 *
 * @param orderId the order that was placed with it
 */
record CouponView(
        String couponId,
        String campaignId,
        String shopId,
        String name,
        CouponStatus status,
        long minimumSpend,
        @Nullable Long amountOff,
        @Nullable Integer percentOff,
        Instant validUntil,
        Instant takenAt,
        @Nullable String orderId) {

    Cursor cursor() {
        return Cursor.after(takenAt, couponId);
    }
}
