package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Gives out aggregates as the {@link WorkingSet} has them, in a unit of work that is committed with
 * others; in any other they are folded from what the store holds now.
 */
final class RememberingRepository<A> extends EventSourcingRepository<A> {

    private final Configuration axon;
    private final Remembered<A, ?, ?> kind;
    private final WorkingSet workingSet;
    private final String prefix;

    RememberingRepository(
            Builder<A> builder,
            Configuration axon,
            Remembered<A, ?, ?> kind,
            WorkingSet workingSet) {
        super(builder);
        this.axon = axon;
        this.kind = kind;
        this.workingSet = workingSet;
        this.prefix = new StreamId(kind.type(), "").toString();
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(
            String aggregateIdentifier, @Nullable Long expectedVersion) {
        var pending = Pending.current();
        return pending == null
                ? super.doLoadWithLock(aggregateIdentifier, expectedVersion)
                : remembered(pending, aggregateIdentifier);
    }

    /** As {@link StreamId#parse} has it, but it is known of which type they all are. */
    private StreamId stream(String aggregateIdentifier) {
        return aggregateIdentifier.startsWith(prefix)
                ? new StreamId(kind.type(), aggregateIdentifier.substring(prefix.length()))
                : StreamId.parse(aggregateIdentifier);
    }

    private EventSourcedAggregate<A> remembered(Pending pending, String aggregateIdentifier) {
        var stream = stream(aggregateIdentifier);
        var folded = workingSet.load(kind, stream);
        pending.restsOn(stream, folded);
        if (folded.sequence() < 0) {
            throw new AggregateNotFoundException(aggregateIdentifier, "It has no events");
        }
        return EventSourcedAggregate.reconstruct(
                kind.shellOf(aggregateIdentifier, folded.state()),
                aggregateModel(),
                folded.sequence(),
                false,
                axon.eventStore(),
                axon::repository,
                NoSnapshotTriggerDefinition.TRIGGER);
    }
}
