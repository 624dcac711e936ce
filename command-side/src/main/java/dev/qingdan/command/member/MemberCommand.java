package dev.qingdan.command.member;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of one member; moments come in with the command. */
sealed interface MemberCommand {

    String memberId();

    @TargetAggregateIdentifier
    default String stream() {
        return new StreamId(AggregateType.MEMBER, memberId()).toString();
    }

    /** Somebody logged in for the first time. */
    record RegisterMember(String memberId) implements MemberCommand {}

    record EarnPoints(String memberId, String orderId, long points, Instant now)
            implements MemberCommand {}

    record TakeBackPoints(
            String memberId, String orderId, String refundId, long points, Instant now)
            implements MemberCommand {}

    /** The person wishes to be forgotten. */
    record EraseMember(String memberId, Instant now) implements MemberCommand {}
}
