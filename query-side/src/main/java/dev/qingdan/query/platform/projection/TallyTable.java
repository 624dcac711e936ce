package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows many aggregates feed, so that only sums are safe in it. It is counted off the
 * steps of another table's rows: what an aggregate's own row has kept of earlier events is there
 * for the counting, and an event that comes again moves no row, so it adds nothing.
 *
 * <p>The first {@code keys} components of the record say which row; the rest, whole numbers, are
 * added to what is there.
 *
 * @param counted the rows whose steps are counted, a table of the same projection
 */
public record TallyTable<E extends DomainEvent, R extends Row, T extends Record>(
        String name,
        RowTable<E, R> counted,
        Class<T> rows,
        int keys,
        Counting<? super E, ? super R, T> counting)
        implements Table {

    @Override
    public Class<E> events() {
        return counted.events();
    }

    List<? extends Record> additions(@Nullable Row before, Row after, Recorded<?> recorded) {
        var rows = counted.rows();
        return counting.additions(
                before == null ? null : rows.cast(before),
                rows.cast(after),
                events().cast(recorded.event()));
    }
}
