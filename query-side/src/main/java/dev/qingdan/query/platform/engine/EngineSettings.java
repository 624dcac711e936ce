package dev.qingdan.query.platform.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param batchSize most events of one poll; all of them are in memory until they are written, and
 *     more at a time would outlive a collection of garbage or two
 * @param rebuildThreads consumers that fill a generation which nobody reads yet; unless given, as
 *     many as there are processors: what another one keeps back to be written costs more to collect
 *     around than it fills of the time in which the others wait for the database
 * @param rebuildShare the part of its time that each of them works while this instance has readers
 * @param bulkBehind how many events a live generation has to be behind the topics for the events of
 *     many polls to be written together
 * @param bulkSize how many bytes of events may be kept back for that, all threads together; unless
 *     given, an eighth of the heap
 * @param bulkTime how long they may be kept back
 * @param sessionTimeout after which the partitions of a lost instance go to the others
 * @param backOff between two attempts to write a batch while the database is away
 * @param swapLag how many events a rebuilt generation may be behind the topics when it is tried to
 *     put it in place; as long as it is further behind, it is written in bulk
 * @param swapPatience how long writers of the live generation are held up for the last of them
 */
@ConfigurationProperties("qingdan.projections")
record EngineSettings(
        @DefaultValue("1200") int batchSize,
        @DefaultValue("0") int rebuildThreads,
        @DefaultValue("0.1") double rebuildShare,
        @DefaultValue("10000") long bulkBehind,
        @Nullable DataSize bulkSize,
        @DefaultValue("2s") Duration bulkTime,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("10s") Duration shutdownTimeout,
        @DefaultValue("500ms") Duration backOff,
        @DefaultValue("500") long swapLag,
        @DefaultValue("500ms") Duration swapPatience) {

    EngineSettings {
        if (rebuildThreads == 0) {
            rebuildThreads = Runtime.getRuntime().availableProcessors();
        }
    }

    long bulkBytes() {
        return bulkSize == null ? Runtime.getRuntime().maxMemory() / 8 : bulkSize.toBytes();
    }
}
