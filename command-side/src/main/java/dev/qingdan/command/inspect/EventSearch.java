package dev.qingdan.command.inspect;

import dev.qingdan.command.platform.store.EventFinder;
import dev.qingdan.command.platform.store.EventIndex;
import dev.qingdan.command.platform.store.EventLog.Positioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds events from the latest back. A page looks through a bounded stretch of the store, found or
 * not, so that no search holds up the sale and no index has to be paid for at every append.
 */
@Component
class EventSearch {

    private static final long STRETCH = 100_000;

    private final EventFinder finder;
    private final EventIndex index;

    EventSearch(EventFinder finder, EventIndex index) {
        this.finder = finder;
        this.index = index;
    }

    /** Events, and below which position the rest has to be looked for; 0 where there is no rest. */
    record Found(List<Positioned> events, long below) {}

    Found find(EventFilter filter, @Nullable Long cursor, int limit) {
        long first = filter.from() == null ? 1 : index.positionAt(filter.from());
        long end = filter.to() == null ? index.head() + 1 : index.positionAt(filter.to());
        long below = cursor == null ? end : Math.min(end, cursor);
        if (filter.isOneAggregate()) {
            return page(
                    finder.find(filter.criteria(), first, below, limit + 1), limit, first, first);
        }
        long lowest = Math.max(first, below - STRETCH);
        return page(finder.find(filter.criteria(), lowest, below, limit + 1), limit, lowest, first);
    }

    Optional<Positioned> find(UUID eventId) {
        return finder.find(eventId);
    }

    private static Found page(List<Positioned> found, int limit, long lowest, long first) {
        if (found.size() > limit) {
            var shown = new ArrayList<>(found.subList(0, limit));
            return new Found(shown, shown.getLast().position());
        }
        return new Found(found, lowest > first ? lowest : 0);
    }
}
