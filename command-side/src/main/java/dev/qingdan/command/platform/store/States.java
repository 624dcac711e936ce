package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.toSet;

import dev.qingdan.command.platform.StreamId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Other aggregates' states, to decide with them in mind: no lock is taken and nothing is
 * registered. Where the unit of work is committed with others, it is held to what it saw.
 */
@Component
public class States {

    private final WorkingSet workingSet;

    States(WorkingSet workingSet) {
        this.workingSet = workingSet;
    }

    /** By id; what has no events is not in the answer. */
    public <S> Map<String, S> of(Remembered<?, S, ?> kind, Collection<String> ids) {
        var streams = ids.stream().map(id -> new StreamId(kind.type(), id)).collect(toSet());
        var states = new HashMap<String, S>();
        read(kind, streams)
                .forEach((stream, folded) -> {
                    if (folded.sequence() >= 0) {
                        states.put(stream.id(), kind.stateOf(folded));
                    }
                });
        return states;
    }

    private Map<StreamId, Folded> read(Remembered<?, ?, ?> kind, Collection<StreamId> streams) {
        var pending = Pending.current();
        if (pending == null) {
            return workingSet.read(kind, streams);
        }
        var folded = workingSet.loadAll(kind, streams);
        folded.forEach((stream, state) -> pending.restsOn(stream, state));
        return folded;
    }
}
