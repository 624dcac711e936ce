package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import dev.qingdan.query.platform.web.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The projections that this version of the code knows. */
@Component
class Projections {

    private final Map<String, Projection> byName = new TreeMap<>();

    Projections(List<Projection> projections) {
        for (Projection projection : projections) {
            if (byName.put(projection.name(), projection) != null) {
                throw new IllegalStateException("Two projections are called " + projection.name());
            }
            checkTallies(projection.tables());
        }
    }

    /** A tally whose rows are folded elsewhere would stay empty without a word. */
    private static void checkTallies(List<Table> tables) {
        for (Table table : tables) {
            if (table instanceof TallyTable<?, ?, ?> sums && !tables.contains(sums.counted())) {
                throw new IllegalStateException(
                        sums.name() + " is counted off rows that its projection does not have");
            }
        }
    }

    Collection<Projection> all() {
        return byName.values();
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** The one that a request names. */
    Projection asked(String name) {
        if (!knows(name)) {
            throw Problem.notFound("projection.not-found", "There is no such projection");
        }
        return named(name);
    }

    Projection named(String name) {
        var projection = byName.get(name);
        if (projection == null) {
            throw new NoSuchElementException("No projection is called " + name);
        }
        return projection;
    }
}
