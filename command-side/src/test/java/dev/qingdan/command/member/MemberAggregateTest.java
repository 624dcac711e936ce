package dev.qingdan.command.member;

import dev.qingdan.command.member.MemberCommand.EarnPoints;
import dev.qingdan.command.member.MemberCommand.RegisterMember;
import dev.qingdan.command.member.MemberCommand.TakeBackPoints;
import dev.qingdan.events.MemberEvent.MemberRegistered;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.events.MemberEvent.PointsTakenBack;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** That Axon brings each command to the member; what the member makes of it is in MemberTest. */
class MemberAggregateTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final PointsEarned EARNED = new PointsEarned("li", "order-1", 42, NOON);

    private final AggregateTestFixture<MemberAggregate> fixture =
            new AggregateTestFixture<>(MemberAggregate.class);

    @Test
    void registers() {
        fixture.givenNoPriorActivity()
                .when(new RegisterMember("li"))
                .expectEvents(new MemberRegistered("li"));
    }

    @Test
    void earns_points() {
        fixture.given(new MemberRegistered("li"))
                .when(new EarnPoints("li", "order-1", 42, NOON))
                .expectEvents(EARNED);
    }

    @Test
    void loses_points() {
        fixture.given(new MemberRegistered("li"), EARNED)
                .when(new TakeBackPoints("li", "order-1", "refund-1", 2, NOON))
                .expectEvents(new PointsTakenBack("li", "order-1", "refund-1", 2, NOON));
    }
}
