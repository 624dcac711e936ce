package dev.qingdan.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of one campaign: coupons that a shop gives away, at most one to a member. */
public sealed interface CampaignEvent extends CatalogueEvent {

    String campaignId();

    @Override
    default String aggregateId() {
        return campaignId();
    }

    /**
     * Members can take its coupons from {@code validFrom} on, and use them until it ends. One takes
     * off {@code amountOff} fen or {@code percentOff} percent, exactly one of the two.
     */
    record CampaignOpened(
            String campaignId,
            String shopId,
            String name,
            long minimumSpend,
            @Nullable Long amountOff,
            @Nullable Integer percentOff,
            int quantity,
            Instant validFrom,
            Instant validUntil)
            implements CampaignEvent {}

    /** A member took this coupon: one fewer is left. */
    record CouponIssued(String campaignId, String couponId) implements CampaignEvent {}

    /** Nobody can take another coupon; those already taken stay good. */
    record CampaignClosed(String campaignId, Instant closedAt) implements CampaignEvent {}
}
