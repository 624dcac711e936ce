package dev.qingdan.command.campaign;

import static dev.qingdan.command.campaign.CampaignSamples.*;
import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.campaign.CampaignCommand.CloseCampaign;
import dev.qingdan.command.campaign.CampaignCommand.IssueCoupon;
import dev.qingdan.command.campaign.CampaignRefusal.CampaignNotFound;
import dev.qingdan.command.campaign.CampaignRefusal.CampaignOver;
import dev.qingdan.command.campaign.CampaignRefusal.EndsTooEarly;
import dev.qingdan.command.campaign.CampaignRefusal.NoneLeft;
import dev.qingdan.command.campaign.CampaignRefusal.NotBegun;
import dev.qingdan.command.campaign.CampaignRefusal.NothingLeftToPay;
import dev.qingdan.command.campaign.CampaignRefusal.OneBenefitNeeded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static IssueCoupon issue(Instant now) {
        return new IssueCoupon("spring", "coupon-2", now);
    }

    @Nested
    class Opening {

        @Test
        void says_everything_that_a_member_has_to_know() {
            assertThat(campaign().decide(OPEN)).isEqualTo(accept(OPENED));
        }

        @Test
        void happens_once() {
            assertThat(campaign(OPENED).decide(OPEN)).isEqualTo(accept());
        }

        @Test
        void needs_one_benefit_and_not_two() {
            var none = new Benefit(6_000, null, null);
            var two = new Benefit(6_000, 1_000L, 10);

            for (var benefit : List.of(none, two)) {
                assertThat(campaign().decide(open(benefit, NOON, TOMORROW)))
                        .isEqualTo(refuse(new OneBenefitNeeded()));
            }
        }

        @Test
        void is_refused_where_a_coupon_could_take_off_everything() {
            var everything = new Benefit(1_000, 1_000L, null);

            assertThat(campaign().decide(open(everything, NOON, TOMORROW)))
                    .isEqualTo(refuse(new NothingLeftToPay()));
        }

        @Test
        void is_refused_where_it_would_end_before_it_begins() {
            assertThat(campaign().decide(open(TEN_OFF_SIXTY, NOON, NOON)))
                    .isEqualTo(refuse(new EndsTooEarly(NOON)));
        }
    }

    @Nested
    class GivingCoupons {

        @Test
        void counts_them_down() {
            assertThat(campaign(OPENED, FIRST).decide(issue(NOON))).isEqualTo(accept(SECOND));
            assertThat(campaign(OPENED, FIRST).left()).isOne();
        }

        @Test
        void is_refused_when_none_is_left() {
            assertThat(campaign(OPENED, FIRST, SECOND).decide(issue(NOON)))
                    .isEqualTo(refuse(new NoneLeft()));
        }

        @Test
        void is_refused_before_the_campaign_begins() {
            assertThat(campaign(OPENED).decide(issue(NOON.minusMillis(1))))
                    .isEqualTo(refuse(new NotBegun(NOON)));
        }

        @Test
        void is_refused_after_its_end_and_once_it_is_closed() {
            assertThat(campaign(OPENED).decide(issue(TOMORROW)))
                    .isEqualTo(refuse(new CampaignOver()));
            assertThat(campaign(OPENED, CLOSED).decide(issue(NOON)))
                    .isEqualTo(refuse(new CampaignOver()));
            assertThat(campaign(OPENED, CLOSED).left()).isZero();
        }
    }

    @Test
    void closes_once() {
        var close = new CloseCampaign("spring", NOON);

        assertThat(campaign(OPENED).decide(close)).isEqualTo(accept(CLOSED));
        assertThat(campaign(OPENED, CLOSED).decide(close)).isEqualTo(accept());
    }

    @Test
    void that_was_never_opened_is_not_found() {
        assertThat(campaign().decide(issue(NOON))).isEqualTo(refuse(new CampaignNotFound()));
        assertThat(campaign().decide(new CloseCampaign("spring", NOON)))
                .isEqualTo(refuse(new CampaignNotFound()));
    }
}
