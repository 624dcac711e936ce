package dev.qingdan.command.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api;
import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.order.TwoInstancesTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LastCouponsTest extends TwoInstancesTest {

    private static final int MEMBERS = 100;
    private static final int COUPONS = 10;

    @Test
    void of_a_hundred_members_at_two_instances_ten_get_the_ten_coupons() {
        var spring = openCampaign(openShop(), TEN_OFF_SIXTY_YUAN, COUPONS);
        var members = Stream.generate(this::newMember).limit(MEMBERS).toList();

        var answers =
                InParallel.call(MEMBERS, i -> takeUntilAnswered(either(i), members.get(i), spring));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(COUPONS);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .extracting(Reply::code)
                .containsOnly("coupon.none-left");
        assertThat(eventsOf(spring)).filteredOn("CouponIssued"::equals).hasSize(COUPONS);
        assertThat(couponsTaken(spring)).isEqualTo(COUPONS);
    }

    @Test
    void asked_for_at_two_instances_at_once_it_is_one_coupon() {
        var spring = openCampaign(openShop(), TEN_OFF_SIXTY_YUAN, COUPONS);
        var li = newMember();

        var answers = InParallel.call(8, i -> takeUntilAnswered(either(i), li, spring));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(couponsTaken(spring)).isOne();
        assertThat(eventsOf(spring)).containsOnlyOnce("CouponIssued");
    }

    /** Who is told to come again does so. */
    private static Reply takeUntilAnswered(Api instance, String memberId, String campaignId) {
        var request = buyerAt(instance, memberId);
        for (int attempt = 0; attempt < 20; attempt++) {
            var answer = take(request, campaignId);
            if (answer.status() != 503) {
                return answer;
            }
        }
        throw new AssertionError("Busy for twenty attempts");
    }

    private int couponsTaken(String campaignId) {
        return jdbc().sql(
                        """
                        select count(*) from event where type = 'shop.member.CouponTaken'
                        and convert_from(payload, 'UTF8')::json ->> 'campaignId' = :campaign
                        """)
                .param("campaign", campaignId)
                .query(Integer.class)
                .single();
    }
}
