package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.Standing.RowKey;
import dev.qingdan.events.ConsistencyToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work leaves to be committed together with what others left: all of it or
 * nothing. It was decided on streams as they stood then; where one of them has moved on since,
 * nothing of it may be written.
 *
 * <p>Filled by the thread of the unit of work, then handed to the one that commits.
 */
final class Pending {

    private static final String RESOURCE = Pending.class.getName();

    private final Map<StreamId, Long> expected = new LinkedHashMap<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<StreamId, Folded> folded = new HashMap<>();
    private final Rows rows = new Rows();
    private final Fate fate = new Fate();
    private final Set<Fate> fates = new HashSet<>();
    private final Set<String> holds = new HashSet<>();
    private final Set<RowKey> without = new HashSet<>();
    private final CompletableFuture<Boolean> committed = new CompletableFuture<>();
    private @Nullable Set<RowKey> newKeys;
    private Consumer<ConsistencyToken> lastWord = _ -> {};

    /** The one of the unit of work in hand, none where that has a transaction of its own. */
    static @Nullable Pending current() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getResource(RESOURCE)
                : null;
    }

    void belongTo(UnitOfWork<?> unit) {
        unit.resources().put(RESOURCE, this);
    }

    /** The work rests on this stream as it stood then, and on what left it so being written. */
    void restsOn(StreamId stream, Folded stood) {
        if (expected.putIfAbsent(stream, stood.sequence()) == null) {
            fates.add(stood.fate());
        }
    }

    /** Nobody else may hold this while it is written. */
    void holds(String name) {
        holds.add(name);
    }

    /** There must be no such row when it is written. */
    void restsOnNo(RowKey row) {
        without.add(row);
    }

    void append(StoredEvent event) {
        expected.putIfAbsent(event.stream(), event.sequence() - 1);
        events.add(event);
    }

    /** How an aggregate stands after the events appended so far. */
    void leaves(StreamId stream, Folded state) {
        folded.put(stream, state.leftBy(fate));
    }

    @Nullable Folded left(StreamId stream) {
        return folded.get(stream);
    }

    /** A refusal stands or falls with what it was decided on, and writes nothing else. */
    void refuse() {
        events.clear();
        folded.clear();
        rows.clear();
    }

    /**
     * @param word is called with the places of the events, just before all is written
     */
    void close(Consumer<ConsistencyToken> word) {
        lastWord = word;
    }

    /** The sequence that each stream has to end with for this to be written. */
    Map<StreamId, Long> expected() {
        return expected;
    }

    Set<String> holds() {
        return holds;
    }

    Fate fate() {
        return fate;
    }

    /** Of the units of work that it rests on; they were all queued before it. */
    Set<Fate> fates() {
        return fates;
    }

    /** Whether it is in vain, which it will hear when its turn comes. */
    boolean restsOnFailure() {
        return fates.stream().anyMatch(Fate::isFailed);
    }

    /** The rows that must not be there. */
    Set<RowKey> without() {
        return without;
    }

    /** Whether the stream has its first event from here. */
    boolean begins(StreamId stream) {
        return events.stream().anyMatch(e -> e.sequence() == 0 && e.stream().equals(stream));
    }

    boolean appendsTo(StreamId stream) {
        return events.stream().anyMatch(event -> event.stream().equals(stream));
    }

    List<StoredEvent> events() {
        return events;
    }

    Map<StreamId, Folded> folded() {
        return folded;
    }

    Rows rows() {
        return rows;
    }

    /** The keys of its rows of which there must be only one; the rows are all there by then. */
    Set<RowKey> newKeys() {
        if (newKeys == null) {
            newKeys = rows.uniqueKeys();
        }
        return newKeys;
    }

    void speak(ConsistencyToken written) {
        lastWord.accept(written);
    }

    void end(boolean written) {
        committed.complete(written);
    }

    void fail(RuntimeException failure) {
        committed.completeExceptionally(failure);
    }

    /** Waits whether all of it was written, or nothing because a stream had moved on. */
    boolean await() {
        try {
            return committed.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
