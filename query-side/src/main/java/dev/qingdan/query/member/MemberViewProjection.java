package dev.qingdan.query.member;

import dev.qingdan.events.CouponEvent;
import dev.qingdan.events.MemberEvent;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Members with their points, their coupons, and how many of each campaign's coupons are used. */
@Component
class MemberViewProjection implements Projection {

    static final String NAME = "member_view";

    static final RowTable<MemberEvent, Member> MEMBERS =
            new RowTable<>("member", MemberEvent.class, Member.class, Member::evolve);
    static final RowTable<CouponEvent, Coupon> COUPONS =
            new RowTable<>("coupon", CouponEvent.class, Coupon.class, Coupon::evolve);
    static final TallyTable<CouponEvent, Coupon, CampaignUse> USES =
            new TallyTable<>("campaign_use", COUPONS, CampaignUse.class, 1, CampaignUse::counted);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table> tables() {
        return List.of(MEMBERS, COUPONS, USES);
    }
}
