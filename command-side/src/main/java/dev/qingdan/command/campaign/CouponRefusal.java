package dev.qingdan.command.campaign;

import dev.qingdan.command.platform.Refusal;
import java.time.Instant;

/** Why a coupon says no; the components of a refusal are told to the client. */
public sealed interface CouponRefusal extends Refusal {

    record AlreadyTaken(String couponId) implements CouponRefusal {}

    /** There is none, or it is somebody else's: nobody can tell which. */
    record UnknownCoupon() implements CouponRefusal {}

    record AlreadyUsed(String orderId) implements CouponRefusal {}

    record Expired(Instant validUntil) implements CouponRefusal {}

    record OtherShops(String shopId) implements CouponRefusal {}

    record BelowMinimum(long minimumSpend, long total) implements CouponRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case AlreadyTaken _ -> "coupon.already-taken";
            case UnknownCoupon _ -> "coupon.unknown";
            case AlreadyUsed _ -> "coupon.already-used";
            case Expired _ -> "coupon.expired";
            case OtherShops _ -> "coupon.of-another-shop";
            case BelowMinimum _ -> "coupon.below-minimum";
        };
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case UnknownCoupon _, BelowMinimum _ -> Kind.INVALID;
            case AlreadyTaken _, AlreadyUsed _, Expired _, OtherShops _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String detail() {
        return switch (this) {
            case AlreadyTaken _ -> "A member takes one coupon of a campaign.";
            case UnknownCoupon _ -> "You have no such coupon.";
            case AlreadyUsed _ -> "An order was placed with this coupon before.";
            case Expired _ -> "The coupon is no longer valid.";
            case OtherShops _ -> "The coupon is another shop's.";
            case BelowMinimum _ -> "The order comes to too little for this coupon.";
        };
    }
}
