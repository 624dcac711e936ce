package dev.qingdan.command.member;

import dev.qingdan.events.MemberEvent.MemberRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class MemberAggregateTest {

    @Test
    void a_member_registers() {
        new AggregateTestFixture<>(MemberAggregate.class)
                .givenNoPriorActivity()
                .when(new RegisterMember("member-1"))
                .expectEvents(new MemberRegistered("member-1"));
    }
}
