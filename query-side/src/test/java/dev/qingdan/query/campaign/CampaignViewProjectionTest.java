package dev.qingdan.query.campaign;

import static dev.qingdan.query.campaign.CampaignViewProjection.CAMPAIGNS;
import static dev.qingdan.query.testing.Coupons.END;
import static dev.qingdan.query.testing.Coupons.opened;
import static dev.qingdan.query.testing.Folds.folded;
import static dev.qingdan.query.testing.History.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.CampaignEvent.CampaignClosed;
import dev.qingdan.events.CampaignEvent.CouponIssued;
import dev.qingdan.query.campaign.CampaignView.CampaignStatus;
import org.junit.jupiter.api.Test;

class CampaignViewProjectionTest {

    @Test
    void a_campaign_counts_what_is_taken() {
        var campaign =
                folded(
                        CAMPAIGNS,
                        opened("spring", END),
                        new CouponIssued("spring", "c-1"),
                        new CouponIssued("spring", "c-2"));

        assertThat(campaign.taken()).isEqualTo(2);
        assertThat(campaign.closedAt()).isNull();
    }

    @Test
    void a_closed_campaign_keeps_its_count() {
        var campaign =
                folded(
                        CAMPAIGNS,
                        opened("spring", END),
                        new CouponIssued("spring", "c-1"),
                        new CampaignClosed("spring", BEGINNING));

        assertThat(campaign.taken()).isEqualTo(1);
        assertThat(campaign.closedAt()).isEqualTo(BEGINNING);
    }

    @Test
    void a_campaign_is_coming_then_open_and_then_over_unless_it_was_closed() {
        assertThat(CampaignStatus.of(BEGINNING, END, false, BEGINNING.minusSeconds(1)))
                .isEqualTo(CampaignStatus.COMING);
        assertThat(CampaignStatus.of(BEGINNING, END, false, BEGINNING))
                .isEqualTo(CampaignStatus.OPEN);
        assertThat(CampaignStatus.of(BEGINNING, END, false, END)).isEqualTo(CampaignStatus.OVER);
        assertThat(CampaignStatus.of(BEGINNING, END, true, BEGINNING))
                .isEqualTo(CampaignStatus.CLOSED);
    }
}
