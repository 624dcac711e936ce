package dev.qingdan.command.member;

import dev.qingdan.command.member.MemberCommand.EarnPoints;
import dev.qingdan.command.member.MemberCommand.EraseMember;
import dev.qingdan.command.member.MemberCommand.RegisterMember;
import dev.qingdan.command.member.MemberCommand.TakeBackPoints;
import dev.qingdan.command.platform.Shell;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.MemberEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Member}. */
@Aggregate(type = "member", snapshotTriggerDefinition = "everyHundredEvents")
public class MemberAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable String stream;

    private Member member = Member.NEW;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterMember command) {
        Shell.apply(member.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EarnPoints command) {
        Shell.apply(member.decide(command));
    }

    @CommandHandler
    void handle(TakeBackPoints command) {
        Shell.apply(member.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseMember command) {
        Shell.apply(member.decide(command));
    }

    @EventSourcingHandler
    void on(MemberEvent event) {
        stream = StreamId.of(event).toString();
        member = member.evolve(event);
    }
}
