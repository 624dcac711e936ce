package dev.qingdan.console.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign as query-side shows it to staff. */
record Campaign(
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

    enum CampaignStatus {
        COMING,
        OPEN,
        OVER,
        CLOSED;

        public boolean isClosable() {
            return this == COMING || this == OPEN;
        }
    }
}
