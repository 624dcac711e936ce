package dev.qingdan.query.member;

import static dev.qingdan.query.member.MemberViewProjection.COUPONS;
import static dev.qingdan.query.member.MemberViewProjection.MEMBERS;
import static dev.qingdan.query.member.MemberViewProjection.USES;
import static dev.qingdan.query.testing.Coupons.END;
import static dev.qingdan.query.testing.Coupons.returned;
import static dev.qingdan.query.testing.Coupons.taken;
import static dev.qingdan.query.testing.Coupons.used;
import static dev.qingdan.query.testing.Folds.batch;
import static dev.qingdan.query.testing.Folds.folded;
import static dev.qingdan.query.testing.History.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.MemberEvent.LevelChanged;
import dev.qingdan.events.MemberEvent.MemberLevel;
import dev.qingdan.events.MemberEvent.MemberRegistered;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.events.MemberEvent.PointsTakenBack;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemberViewProjectionTest {

    private static final DomainEvent EARNED = new PointsEarned("li", "order-1", 1_200, BEGINNING);

    @Test
    void points_are_those_earned_less_those_taken_back() {
        var takenBack = new PointsTakenBack("li", "order-1", "refund-1", 200, BEGINNING);
        var member = folded(MEMBERS, new MemberRegistered("li"), EARNED, takenBack);

        assertThat(member).isEqualTo(new Member("li", 1_000, MemberLevel.NORMAL, 2));
    }

    @Test
    void the_level_is_the_last_one_that_was_reached() {
        var silver = new LevelChanged("li", MemberLevel.SILVER, BEGINNING);

        assertThat(folded(MEMBERS, EARNED, silver).level()).isEqualTo(MemberLevel.SILVER);
    }

    @Test
    void a_coupon_is_used_by_an_order_until_that_gives_it_back() {
        assertThat(folded(COUPONS, taken("c", "li", END)).usedFor()).isNull();
        assertThat(folded(COUPONS, taken("c", "li", END), used("c", "li")).usedFor())
                .isEqualTo("order-1");
        assertThat(
                        folded(COUPONS, taken("c", "li", END), used("c", "li"), returned("c", "li"))
                                .usedFor())
                .isNull();
    }

    @Test
    void a_campaigns_coupons_in_use_are_counted_over_all_members() {
        var fold =
                batch(
                        new MemberViewProjection(),
                        taken("c-1", "li", END),
                        taken("c-2", "wang", END),
                        used("c-1", "li"),
                        used("c-2", "wang"),
                        returned("c-2", "wang"));

        assertThat(fold.sums(USES)).containsExactly(new CampaignUse("spring", 1));
    }

    @Test
    void a_coupon_that_was_never_taken_is_refused() {
        assertThatThrownBy(() -> folded(COUPONS, used("c", "li")))
                .hasMessage("The coupon was never taken");
    }

    /** Whatever happens in whatever order: the view's points are the sum of what the events say. */
    @Test
    void points_add_up_to_what_the_events_say() {
        var random = new Random(20261122);
        long sum = 0;
        var events = new ArrayList<DomainEvent>();
        for (int i = 0; i < 1_000; i++) {
            long points = random.nextLong(sum + 500);
            boolean earns = sum < points || random.nextBoolean();
            sum += earns ? points : -points;
            events.add(
                    earns
                            ? new PointsEarned("li", "order-" + i, points, BEGINNING)
                            : new PointsTakenBack("li", "order-" + i, "r", points, BEGINNING));
        }

        var member = folded(MEMBERS, events.toArray(DomainEvent[]::new));

        assertThat(member.points()).isEqualTo(sum);
    }
}
