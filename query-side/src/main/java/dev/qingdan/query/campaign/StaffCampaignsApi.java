package dev.qingdan.query.campaign;

import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Reads;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All campaigns, for staff, with how many coupons were taken and used. */
@RestController
@Reads({CampaignViewProjection.NAME, StaffCampaignsApi.COUPONS})
class StaffCampaignsApi {

    /** The projection that knows what became of the coupons that were taken. */
    static final String COUPONS = "member_view";

    private final CampaignQueries campaigns;
    private final Clock clock;

    StaffCampaignsApi(CampaignQueries campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping("/api/v1/staff/campaigns")
    Page<CampaignView> list(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var found = campaigns.all(shopId, clock.instant(), Cursor.parse(cursor, 1), most);
        return Page.of(found, most, CampaignView::cursor, Function.identity());
    }
}
