package dev.qingdan.query.platform.projection;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.query.platform.projection.Columns.Column;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
 * @param since what of it is counted, null for everything
 */
public record TallyTable<E extends DomainEvent, R extends Row, T extends Record>(
        String name,
        RowTable<E, R> counted,
        Class<T> rows,
        int keys,
        Counting<? super E, ? super R, T> counting,
        @Nullable Since since)
        implements Table {

    public TallyTable(
            String name,
            RowTable<E, R> counted,
            Class<T> rows,
            int keys,
            Counting<? super E, ? super R, T> counting) {
        this(name, counted, rows, keys, counting, null);
    }

    /** The same table, of which only a part is counted; its rows have to be of a day. */
    public TallyTable<E, R, T> since(Since part) {
        return new TallyTable<>(name, counted, rows, keys, counting, part);
    }

    /** The part of the key that is a day, in tables that are kept by day. */
    public Optional<Column> day() {
        return Columns.of(rows).all().subList(0, keys).stream()
                .filter(column -> column.type() == LocalDate.class)
                .findFirst();
    }

    @Override
    public Class<E> events() {
        return counted.events();
    }

    List<? extends Record> additions(@Nullable Row before, Row after, Recorded<?> recorded) {
        var additions =
                counting.additions(
                        before == null ? null : counted.rows().cast(before),
                        counted.rows().cast(after),
                        events().cast(recorded.event()));
        return since == null || additions.isEmpty()
                ? additions
                : counted(additions, since, day().orElseThrow(), recorded);
    }

    private static <T extends Record> List<T> counted(
            List<T> additions, Since since, Column day, Recorded<?> recorded) {
        return additions.stream()
                .filter(row ->
                        day.of(row) instanceof LocalDate date && since.counts(recorded, date))
                .toList();
    }
}
