package dev.qingdan.command.platform.store;

import dev.qingdan.events.DomainEvent;
import org.springframework.stereotype.Component;

/** Takes what a unit of work appends that is committed together with others. */
@Component
class GroupedEvents {

    private final WorkingSet workingSet;

    GroupedEvents(WorkingSet workingSet) {
        this.workingSet = workingSet;
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
