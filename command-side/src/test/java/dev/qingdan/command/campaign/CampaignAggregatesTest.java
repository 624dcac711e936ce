package dev.qingdan.command.campaign;

import static dev.qingdan.command.campaign.CampaignSamples.*;

import dev.qingdan.command.campaign.CampaignCommand.CloseCampaign;
import dev.qingdan.command.campaign.CampaignCommand.IssueCoupon;
import dev.qingdan.command.campaign.CouponCommand.ReturnCoupon;
import dev.qingdan.command.platform.CommandRefused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** That Axon brings each command to its aggregate; the decisions have tests of their own. */
class CampaignAggregatesTest {

    private final AggregateTestFixture<CampaignAggregate> campaigns =
            new AggregateTestFixture<>(CampaignAggregate.class);
    private final AggregateTestFixture<CouponAggregate> coupons =
            new AggregateTestFixture<>(CouponAggregate.class);

    @Test
    void a_campaign_opens() {
        campaigns.givenNoPriorActivity().when(OPEN).expectEvents(OPENED);
    }

    @Test
    void a_campaign_gives_a_coupon() {
        campaigns
                .given(OPENED)
                .when(new IssueCoupon("spring", "coupon-1", NOON))
                .expectEvents(FIRST);
    }

    @Test
    void a_campaign_closes() {
        campaigns.given(OPENED).when(new CloseCampaign("spring", NOON)).expectEvents(CLOSED);
    }

    @Test
    void a_coupon_is_taken() {
        coupons.givenNoPriorActivity().when(TAKE).expectEvents(TAKEN);
    }

    @Test
    void a_coupon_is_used_and_answers_with_the_discount() {
        coupons.given(TAKEN)
                .when(use("li", "shop-1", 6_000, NOON))
                .expectResultMessagePayload(1_000L)
                .expectEvents(USED);
    }

    @Test
    void a_coupon_is_returned() {
        coupons.given(TAKEN, USED)
                .when(new ReturnCoupon("coupon-1", "order-1", NOON))
                .expectEvents(RETURNED);
    }

    @Test
    void a_refusal_leaves_no_event() {
        coupons.given(TAKEN).when(TAKE).expectNoEvents().expectException(CommandRefused.class);
    }
}
