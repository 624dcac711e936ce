package dev.qingdan.command.member;

import static dev.qingdan.command.platform.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.member.MemberCommand.EarnPoints;
import dev.qingdan.command.member.MemberCommand.TakeBackPoints;
import dev.qingdan.events.MemberEvent;
import dev.qingdan.events.MemberEvent.LevelChanged;
import dev.qingdan.events.MemberEvent.MemberLevel;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.events.MemberEvent.PointsTakenBack;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemberTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static PointsEarned earned(long points) {
        return new PointsEarned("li", "order-1", points, NOON);
    }

    private static PointsTakenBack takenBack(long points) {
        return new PointsTakenBack("li", "order-1", "refund-1", points, NOON);
    }

    private static EarnPoints earn(long points) {
        return new EarnPoints("li", "order-1", points, NOON);
    }

    private static TakeBackPoints takeBack(long points) {
        return new TakeBackPoints("li", "order-1", "refund-1", points, NOON);
    }

    private static LevelChanged level(MemberLevel level) {
        return new LevelChanged("li", level, NOON);
    }

    private static Member given(MemberEvent... events) {
        var member = Member.NEW;
        for (var event : events) {
            member = member.evolve(event);
        }
        return member;
    }

    @Test
    void earns_points_and_loses_them_again() {
        assertThat(given().decide(earn(42))).isEqualTo(accept(earned(42)));
        assertThat(given(earned(42)).decide(takeBack(12))).isEqualTo(accept(takenBack(12)));
        assertThat(given(earned(42), takenBack(12)).points()).isEqualTo(30);
    }

    @Test
    void of_less_than_a_yuan_nothing_is_said() {
        assertThat(given().decide(earn(0))).isEqualTo(accept());
        assertThat(given(earned(42)).decide(takeBack(0))).isEqualTo(accept());
    }

    @Test
    void becomes_silver_with_a_thousand_points_and_gold_with_five_thousand() {
        assertThat(given(earned(999)).decide(earn(1)))
                .isEqualTo(accept(earned(1), level(MemberLevel.SILVER)));
        assertThat(given(earned(4_999)).decide(earn(1)))
                .isEqualTo(accept(earned(1), level(MemberLevel.GOLD)));
        assertThat(given(earned(1_000)).decide(earn(3_999))).isEqualTo(accept(earned(3_999)));
    }

    @Test
    void may_leap_over_a_level() {
        assertThat(given().decide(earn(5_000)))
                .isEqualTo(accept(earned(5_000), level(MemberLevel.GOLD)));
    }

    @Test
    void never_owes_points() {
        assertThat(given(earned(10)).decide(takeBack(12))).isEqualTo(accept(takenBack(10)));
        assertThat(given().decide(takeBack(12))).isEqualTo(accept());
    }

    @Test
    void keeps_no_level_on_points_that_were_taken_back() {
        assertThat(given(earned(1_000)).decide(takeBack(1)))
                .isEqualTo(accept(takenBack(1), level(MemberLevel.NORMAL)));
    }
}
