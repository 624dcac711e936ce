package dev.qingdan.command.campaign;

import static dev.qingdan.command.campaign.CampaignSamples.*;
import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.campaign.CouponCommand.ReturnCoupon;
import dev.qingdan.command.campaign.CouponRefusal.AlreadyTaken;
import dev.qingdan.command.campaign.CouponRefusal.AlreadyUsed;
import dev.qingdan.command.campaign.CouponRefusal.BelowMinimum;
import dev.qingdan.command.campaign.CouponRefusal.Expired;
import dev.qingdan.command.campaign.CouponRefusal.OtherShops;
import dev.qingdan.command.campaign.CouponRefusal.UnknownCoupon;
import org.junit.jupiter.api.Test;

class CouponTest {

    @Test
    void is_taken_on_the_terms_of_its_campaign() {
        assertThat(coupon().decide(TAKE)).isEqualTo(accept(TAKEN));
    }

    @Test
    void is_taken_once() {
        assertThat(coupon(TAKEN).decide(TAKE)).isEqualTo(refuse(new AlreadyTaken("coupon-1")));
    }

    @Test
    void gives_a_discount_from_the_minimum_spend_on() {
        assertThat(coupon(TAKEN).decide(use("li", "shop-1", 6_000, NOON))).isEqualTo(accept(USED));
        assertThat(coupon(TAKEN).decide(use("li", "shop-1", 5_999, NOON)))
                .isEqualTo(refuse(new BelowMinimum(6_000, 5_999)));
    }

    @Test
    void is_used_once() {
        assertThat(coupon(TAKEN, USED).decide(use("li", "shop-1", 6_000, NOON)))
                .isEqualTo(refuse(new AlreadyUsed("order-1")));
    }

    @Test
    void of_somebody_else_is_as_good_as_unknown() {
        assertThat(coupon(TAKEN).decide(use("wang", "shop-1", 6_000, NOON)))
                .isEqualTo(refuse(new UnknownCoupon()));
        assertThat(coupon().decide(use("li", "shop-1", 6_000, NOON)))
                .isEqualTo(refuse(new UnknownCoupon()));
    }

    @Test
    void is_good_in_its_shop_only() {
        assertThat(coupon(TAKEN).decide(use("li", "shop-2", 6_000, NOON)))
                .isEqualTo(refuse(new OtherShops("shop-1")));
    }

    @Test
    void ends_with_its_campaign() {
        assertThat(coupon(TAKEN).decide(use("li", "shop-1", 6_000, TOMORROW)))
                .isEqualTo(refuse(new Expired(TOMORROW)));
    }

    @Test
    void can_be_used_again_once_its_order_has_given_it_back() {
        assertThat(coupon(TAKEN, USED).decide(new ReturnCoupon("coupon-1", "order-1", NOON)))
                .isEqualTo(accept(RETURNED));
        assertThat(coupon(TAKEN, USED, RETURNED).decide(use("li", "shop-1", 6_000, NOON)))
                .isEqualTo(accept(USED));
    }

    @Test
    void is_given_back_by_the_order_that_used_it_and_once() {
        var byAnother = new ReturnCoupon("coupon-1", "order-2", NOON);
        var again = new ReturnCoupon("coupon-1", "order-1", NOON);

        assertThat(coupon(TAKEN, USED).decide(byAnother)).isEqualTo(accept());
        assertThat(coupon(TAKEN, USED, RETURNED).decide(again)).isEqualTo(accept());
    }
}
