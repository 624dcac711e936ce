package dev.qingdan.query.testing;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code folded(table, events...)}: the row that these events leave, without Spring or database.
 */
public final class Folds {

    private Folds() {}

    public static <R extends Row> R folded(RowTable<?, R> table, DomainEvent... events) {
        @Nullable Row row = null;
        for (Recorded<DomainEvent> recorded : History.of(events).events()) {
            row = table.step(row, recorded);
        }
        return table.rows().cast(Objects.requireNonNull(row));
    }
}
