package dev.qingdan.query.member;

import dev.qingdan.query.platform.sql.Selection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a coupon is good for at a moment. A used one is used, also after its time is over. */
enum CouponStatus {
    AVAILABLE,
    USED,
    EXPIRED;

    static CouponStatus of(@Nullable String usedFor, Instant validUntil, Instant now) {
        if (usedFor != null) {
            return USED;
        }
        return validUntil.isAfter(now) ? AVAILABLE : EXPIRED;
    }

    /** The same, said of rows. */
    Selection narrow(Selection coupons, Instant now) {
        return switch (this) {
            case AVAILABLE -> coupons.where("used_for is null and valid_until > ?", now);
            case USED -> coupons.where("used_for is not null");
            case EXPIRED -> coupons.where("used_for is null and valid_until <= ?", now);
        };
    }
}
