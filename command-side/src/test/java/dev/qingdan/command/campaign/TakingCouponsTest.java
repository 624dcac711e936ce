package dev.qingdan.command.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.order.OrderingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakingCouponsTest extends OrderingTest {

    private String li = "";
    private String shop = "";
    private String spring = "";

    @BeforeEach
    void a_campaign() {
        li = newMember();
        shop = openShop();
        spring = openCampaign(shop, TEN_OFF_SIXTY_YUAN, 5);
    }

    @Test
    void a_member_takes_a_coupon_once() {
        var taken = take(li, spring);

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        var couponId = taken.json().path("couponId").asString();
        assertThat(taken.header("Consistency-Token").orElseThrow()).contains(".m").contains(".c");
        assertThat(eventsOf(couponId)).containsExactly("CouponTaken");
        assertThat(eventsOf(spring)).containsExactly("CampaignOpened", "CouponIssued");

        var again = take(li, spring);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("coupon.already-taken");
        assertThat(again.json().path("couponId").asString()).isEqualTo(couponId);
        assertThat(eventsOf(spring)).containsExactly("CampaignOpened", "CouponIssued");
    }

    @Test
    void a_repeated_request_is_given_the_first_answer() {
        var request = buyer(li);

        var first = take(request, spring);
        var second = take(request, spring);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.status()).isEqualTo(201);
    }

    @Test
    void when_all_are_taken_none_is_left() {
        var last = openCampaign(shop, TEN_OFF_SIXTY_YUAN, 1);
        take(li, last);

        var refused = take(newMember(), last);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("coupon.none-left");
        assertThat(take(li, last).code()).isEqualTo("coupon.already-taken");
        assertThat(eventsOf(last)).containsExactly("CampaignOpened", "CouponIssued");
    }

    @Test
    void a_closed_campaign_gives_no_more_coupons() {
        take(newMember(), spring);
        var path = "/api/v1/staff/campaigns/" + spring + "/closure";

        var closed = manager().post(path, "{}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().path("taken").asInt()).isEqualTo(1);
        assertThat(manager().post(path, "{}").body()).isEqualTo(closed.body());

        assertThat(take(li, spring).code()).isEqualTo("campaign.over");
        assertThat(eventsOf(spring)).containsOnlyOnce("CampaignClosed");
    }

    @Test
    void a_campaign_that_there_is_not_is_not_found() {
        assertThat(take(li, "nothing").status()).isEqualTo(404);
        assertThat(take(li, "nothing").code()).isEqualTo("campaign.not-found");
        assertThat(manager().post("/api/v1/staff/campaigns/nothing/closure", "{}").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'minimumSpend':6000|campaign.one-benefit-needed",
                "'minimumSpend':6000,'amountOff':1000,'percentOff':10|campaign.one-benefit-needed",
                "'minimumSpend':1000,'amountOff':1000|campaign.nothing-left-to-pay",
                "'minimumSpend':0,'percentOff':100|request.invalid",
                "'minimumSpend':-1,'percentOff':10|request.invalid",
                "'minimumSpend':6000,'amountOff':0|request.invalid",
                "'amountOff':1000|request.invalid",
                "'minimumSpend':0,'percentOff':10,'validFrom':'2099-01-01T00:00:00Z'|campaign.ends-too-early",
            })
    void a_campaign_without_sense_is_refused(String terms, String code) {
        var refused = open(shop, terms.replace('\'', '"'), 5);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void campaigns_are_opened_by_managers_in_shops_that_exist() {
        var path = "/api/v1/staff/campaigns";

        assertThat(staff("CLERK").post(path, "{}").status()).isEqualTo(403);
        assertThat(buyer(li).post(path, "{}").status()).isEqualTo(401);
        assertThat(open("nowhere", TEN_OFF_SIXTY_YUAN, 5).code()).isEqualTo("shop.unknown");
    }
}
