package dev.qingdan.query.testing;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code folded(table, events...)}: the row that these events leave, without Spring or database.
 */
public final class Folds {

    private Folds() {}

    /** All tables of a projection after these events. */
    public static BatchFold batch(Projection projection, DomainEvent... events) {
        return batch(projection, History.of(events).events());
    }

    public static BatchFold batch(Projection projection, List<Recorded<DomainEvent>> events) {
        return new BatchFold(projection.tables(), Map.of(), Set.of())
                .fold(events.stream().map(Records::incoming).toList());
    }

    public static <R extends Row> R folded(RowTable<?, R> table, DomainEvent... events) {
        @Nullable Row row = null;
        for (Recorded<DomainEvent> recorded : History.of(events).events()) {
            row = table.step(row, recorded);
        }
        return table.rows().cast(Objects.requireNonNull(row));
    }
}
