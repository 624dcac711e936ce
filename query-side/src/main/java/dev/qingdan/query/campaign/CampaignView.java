package dev.qingdan.query.campaign;

import dev.qingdan.query.platform.web.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign as staff see it. */
record CampaignView(
        String campaignId,
        String shopId,
        String name,
        CampaignStatus status,
        long minimumSpend,
        @Nullable Long amountOff,
        @Nullable Integer percentOff,
        Instant validFrom,
        Instant validUntil,
        int quantity,
        int taken,
        long used,
        int left) {

    /** As a member sees it: how many were taken and used is the shop's own affair. */
    record Offer(
            String campaignId,
            String shopId,
            String name,
            long minimumSpend,
            @Nullable Long amountOff,
            @Nullable Integer percentOff,
            Instant validFrom,
            Instant validUntil,
            int left) {}

    enum CampaignStatus {
        COMING,
        OPEN,
        OVER,
        CLOSED;

        static CampaignStatus of(
                Instant validFrom, Instant validUntil, boolean closed, Instant now) {
            if (closed) {
                return CLOSED;
            }
            if (now.isBefore(validFrom)) {
                return COMING;
            }
            return now.isBefore(validUntil) ? OPEN : OVER;
        }
    }

    Offer offer() {
        return new Offer(
                campaignId,
                shopId,
                name,
                minimumSpend,
                amountOff,
                percentOff,
                validFrom,
                validUntil,
                left);
    }

    Cursor cursor() {
        return Cursor.after(campaignId);
    }
}
