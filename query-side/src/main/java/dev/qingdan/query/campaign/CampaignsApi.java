package dev.qingdan.query.campaign;

import dev.qingdan.query.campaign.CampaignView.Offer;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Reads;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What coupons there are to take, for members. */
@RestController
@Reads(CampaignViewProjection.NAME)
class CampaignsApi {

    private final CampaignQueries campaigns;
    private final Clock clock;

    CampaignsApi(CampaignQueries campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping("/api/v1/campaigns")
    Page<Offer> list(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var found = campaigns.open(shopId, clock.instant(), Cursor.parse(cursor, 1), most);
        return Page.of(found, most, CampaignView::cursor, CampaignView::offer);
    }
}
