package dev.qingdan.command.campaign;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of one coupon. */
sealed interface CouponCommand {

    String couponId();

    @TargetAggregateIdentifier
    default String stream() {
        return new StreamId(AggregateType.COUPON, couponId()).toString();
    }

    /** On the terms of its campaign, which gives it in the same unit of work. */
    record TakeCoupon(
            String couponId, String campaignId, String memberId, Campaign campaign, Instant now)
            implements CouponCommand {}

    /** For an order of that member, in that shop, that comes to {@code total} fen. */
    record UseCoupon(
            String couponId,
            String memberId,
            String shopId,
            String orderId,
            long total,
            Instant now)
            implements CouponCommand {}

    /** The order ended without goods. */
    record ReturnCoupon(String couponId, String orderId, Instant now) implements CouponCommand {}
}
