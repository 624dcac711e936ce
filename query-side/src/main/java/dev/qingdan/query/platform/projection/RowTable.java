package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A table with one row for each aggregate, fed by the events of exactly that aggregate. */
public record RowTable<E extends DomainEvent, R extends Row>(
        String name, Class<E> events, Class<R> rows, Evolution<E, R> evolution) implements Table {

    /**
     * The row after the event. Redeliveries change nothing: a row only moves to a higher version.
     */
    public Row step(@Nullable Row before, Recorded<?> recorded) {
        if (before != null && before.version() >= recorded.sequence()) {
            return before;
        }
        R after = evolution.evolve(before == null ? null : rows.cast(before), recorded.as(events));
        if (after.version() != recorded.sequence()) {
            throw new IllegalStateException(
                    "The fold of %s has to leave version %d, not %d"
                            .formatted(name, recorded.sequence(), after.version()));
        }
        return after;
    }

    /** Asked for with each event. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
