package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.DomainEvent;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.stereotype.Component;

/**
 * What Axon is told of an aggregate in a unit of work that is committed with others: its state from
 * the {@link WorkingSet}, in the form of a snapshot that no event follows.
 */
@Component
class GroupedAggregates {

    private final WorkingSet workingSet;

    GroupedAggregates(WorkingSet workingSet) {
        this.workingSet = workingSet;
    }

    boolean remembers(StreamId stream) {
        return workingSet.kind(stream.type()) != null;
    }

    Optional<DomainEventMessage<?>> asSnapshot(Pending pending, StreamId stream) {
        var kind = workingSet.kind(stream.type());
        if (kind == null) {
            return Optional.empty();
        }
        var folded = workingSet.load(kind, stream);
        pending.restsOn(stream, folded.sequence());
        if (folded.sequence() < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new GenericDomainEventMessage<>(
                        stream.type().typeName(),
                        stream.toString(),
                        folded.sequence(),
                        kind.shellOf(stream.toString(), folded.state())));
    }

    /**
     * Adds the event to what is pending, and folds it into the state that the next one will see.
     */
    void append(Pending pending, StoredEvent stored, DomainEvent event) {
        var kind = workingSet.kind(stored.stream().type());
        if (kind != null) {
            var before = pending.left(stored.stream());
            if (before == null) {
                before =
                        stored.sequence() == 0
                                ? kind.none()
                                : workingSet.load(kind, stored.stream());
            }
            if (before.sequence() == stored.sequence() - 1) {
                pending.leaves(stored.stream(), kind.fold(before, event, stored.sequence()));
            }
        }
        pending.append(stored);
    }
}
