package dev.qingdan.command.member;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.MemberEvent;
import dev.qingdan.events.MemberEvent.MemberRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A member has no rules yet: there is one once there is an id. */
@Aggregate(type = "member")
class MemberAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable String stream;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterMember command) {
        AggregateLifecycle.apply(new MemberRegistered(command.memberId()));
    }

    @EventSourcingHandler
    void on(MemberEvent event) {
        stream = StreamId.of(event).toString();
    }
}
