package dev.qingdan.command.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.platform.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CouponIdsTest {

    private final String campaignId = new Ids().generateIdentifier();

    @Test
    void a_member_has_one_coupon_of_a_campaign() {
        assertThat(CouponIds.of(campaignId, "li")).isEqualTo(CouponIds.of(campaignId, "li"));
    }

    @Test
    void members_and_campaigns_have_coupons_of_their_own() {
        assertThat(CouponIds.of(campaignId, "li"))
                .isNotEqualTo(CouponIds.of(campaignId, "wang"))
                .isNotEqualTo(CouponIds.of(new Ids().generateIdentifier(), "li"));
    }

    @Test
    void it_is_a_uuid_of_version_7_like_every_other_id() {
        var id = UUID.fromString(CouponIds.of(campaignId, "li"));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
