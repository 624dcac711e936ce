package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import java.util.ArrayDeque;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The events that this instance committed last, for whoever reads the store right behind it: what
 * is still in memory need not be asked from the database.
 *
 * <p>What is held is committed and without a gap; where another instance has appended in between,
 * or this one without a group, it begins anew behind them.
 */
@Component
public class RecentEvents {

    private static final int MOST = 1_000;

    private final EventLog log;
    private final ArrayDeque<Positioned> events = new ArrayDeque<>();
    private boolean pursued;

    public RecentEvents(EventLog log) {
        this.log = log;
    }

    /** Committed by now, at adjoining positions. */
    synchronized void add(List<Positioned> committed) {
        if (committed.isEmpty()) {
            return;
        }
        if (!events.isEmpty()
                && events.getLast().position() + 1 != committed.getFirst().position()) {
            events.clear();
        }
        events.addAll(committed);
        while (events.size() > MOST) {
            events.removeFirst();
        }
    }

    /** The reader comes again by itself: until it {@link #rest rests} nobody has to tell it. */
    public synchronized void pursue() {
        pursued = true;
    }

    /**
     * The reader has to be told of what is appended from here on.
     *
     * @return whether nothing behind this position is held, of which it was not told
     */
    public synchronized boolean rest(long position) {
        pursued = false;
        return events.isEmpty() || events.getLast().position() <= position;
    }

    synchronized boolean arePursued() {
        return pursued;
    }

    /** As {@link EventLog#after} has it. */
    public List<Positioned> after(long position, int limit) {
        var held = held(position, limit);
        return held.isEmpty() ? log.after(position, limit) : held;
    }

    /** None where the next one is not held. Nobody goes back, so those before are let go. */
    private synchronized List<Positioned> held(long position, int limit) {
        while (!events.isEmpty() && events.getFirst().position() <= position) {
            events.removeFirst();
        }
        if (events.isEmpty() || events.getFirst().position() > position + 1) {
            return List.of();
        }
        return events.stream().limit(limit).toList();
    }
}
