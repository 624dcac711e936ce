package dev.qingdan.command.member;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Somebody logged in for the first time. */
record RegisterMember(String memberId) {

    @TargetAggregateIdentifier
    String stream() {
        return new StreamId(AggregateType.MEMBER, memberId).toString();
    }
}
