package dev.qingdan.query.platform.projection;

import dev.qingdan.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A read model, declared. Everything that happens around the folds is the engine's work: reading
 * Kafka, writing the tables, generations, rebuilds and dead letters. So a replay can have no side
 * effect and a redelivery no effect.
 *
 * <p>{@code projections/<name>.sql} creates the tables, and the views over them that readers want;
 * readers find all of them in schema {@code public}, always those of the live generation.
 */
public interface Projection {

    String name();

    /**
     * Raised whenever folds or tables change: a rebuild starts by itself at the next deployment.
     */
    int version();

    List<Table> tables();

    /**
     * How long events may gather, while more and more come, before they are folded together. A
     * batch costs the database and Kafka much the same, whatever is in it; so this is for views at
     * which nobody looks right after their own action. An event after a quiet time never waits.
     */
    default Duration patience() {
        return Duration.ZERO;
    }

    default List<TallyTable<?, ?, ?>> tallies() {
        var tallies = new ArrayList<TallyTable<?, ?, ?>>();
        for (Table table : tables()) {
            if (table instanceof TallyTable<?, ?, ?> sums) {
                tallies.add(sums);
            }
        }
        return tallies;
    }

    default Set<Topic> topics() {
        var topics = EnumSet.noneOf(Topic.class);
        tables().forEach(table -> topics.add(table.topic()));
        return topics;
    }
}
