package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import java.util.List;
import java.util.function.Function;

/**
 * A table whose rows many aggregates feed, so that only sums are safe in it: each event yields rows
 * to add. The first {@code keys} components of the record say which row; the rest, whole numbers,
 * are added to what is there.
 */
public record TallyTable<E extends DomainEvent, T extends Record>(
        String name,
        Class<E> events,
        Class<T> rows,
        int keys,
        Function<Recorded<E>, List<T>> additions)
        implements Table {

    public List<? extends Record> additions(Recorded<?> recorded) {
        return additions.apply(recorded.as(events));
    }
}
