package dev.qingdan.command.platform.store;

import static java.util.Objects.requireNonNull;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The aggregates that this instance used last, folded as its own commands leave them, written or
 * about to be. Other instances write too, so what is held may be behind; that is found out where it
 * matters, as nothing is committed that rests on a stream which has moved on.
 */
@Component
class WorkingSet {

    /** Few: more of them cost the garbage collector more than they spare the database. */
    private static final int MOST = 2_000;

    /** Where they come fast, most are never asked for, and must not push the others out. */
    private static final int MOST_NEW = 500;

    private final EventLog log;
    private final Snapshots snapshots;
    private final Map<AggregateType, Remembered<?, ?, ?>> kinds;
    private final Map<StreamId, Folded> held = new LeastRecentlyUsed<>(MOST);
    private final Map<StreamId, Folded> begun = new LeastRecentlyUsed<>(MOST_NEW);

    WorkingSet(EventLog log, Snapshots snapshots, List<Remembered<?, ?, ?>> kinds) {
        this.log = log;
        this.snapshots = snapshots;
        this.kinds =
                kinds.stream().collect(Collectors.toMap(Remembered::type, Function.identity()));
    }

    @Nullable Remembered<?, ?, ?> kind(AggregateType type) {
        return kinds.get(type);
    }

    /** As it stands now as far as this instance knows. */
    Folded load(Remembered<?, ?, ?> kind, StreamId stream) {
        var known = get(stream);
        return known == null ? requireNonNull(loadAll(kind, List.of(stream)).get(stream)) : known;
    }

    /** Of many streams of one kind, those that are not held with one query. */
    Map<StreamId, Folded> loadAll(Remembered<?, ?, ?> kind, Collection<StreamId> streams) {
        var folded = new HashMap<StreamId, Folded>();
        for (StreamId stream : streams) {
            var known = get(stream);
            if (known != null) {
                folded.put(stream, known);
            }
        }
        var missing = streams.stream().filter(stream -> !folded.containsKey(stream)).toList();
        if (!missing.isEmpty()) {
            var read = read(kind, missing);
            folded.putAll(read);
            keepRead(read);
        }
        return folded;
    }

    /** As the store has it. */
    Map<StreamId, Folded> read(Remembered<?, ?, ?> kind, Collection<StreamId> streams) {
        var folded = new HashMap<StreamId, Folded>();
        for (StreamId stream : streams) {
            folded.put(stream, snapshots.folded(kind, stream));
        }
        // With one stream its snapshot spares the events before it; with many, one query counts.
        var from = streams.size() == 1 ? folded.values().iterator().next().sequence() + 1 : 0;
        var ids = streams.stream().map(StreamId::id).toList();
        for (var positioned : log.ofStreams(kind.type(), ids, from)) {
            folded.computeIfPresent(
                    positioned.event().stream(),
                    (_, before) -> next(kind, before, positioned.event()));
        }
        return folded;
    }

    private static Folded next(Remembered<?, ?, ?> kind, Folded before, StoredEvent event) {
        return event.sequence() <= before.sequence()
                ? before
                : kind.fold(before, StoredMessage.payload(event), event.sequence());
    }

    private synchronized @Nullable Folded get(StreamId stream) {
        var known = held.get(stream);
        return known == null ? begun.get(stream) : known;
    }

    /** What this instance is about to write. */
    synchronized void keep(Map<StreamId, Folded> folded) {
        folded.forEach((stream, next) -> {
            if (next.sequence() == 0) {
                begun.put(stream, next);
            } else {
                keep(stream, next);
            }
        });
    }

    private synchronized void keepRead(Map<StreamId, Folded> read) {
        read.forEach(this::keep);
    }

    /** What is further along stays. */
    private void keep(StreamId stream, Folded next) {
        var other = begun.remove(stream);
        held.merge(stream, other == null ? next : other.further(next), Folded::further);
    }

    /** Whoever needs one of them next reads it from the store. */
    synchronized void forget(Collection<StreamId> streams) {
        held.keySet().removeAll(streams);
        begun.keySet().removeAll(streams);
    }
}
