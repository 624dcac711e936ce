package dev.qingdan.query.platform.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batchSize most events in one transaction
 * @param rebuildThreads consumers that fill a generation which nobody reads yet
 * @param sessionTimeout after which the partitions of a lost instance go to the others
 * @param backOff between two attempts to write a batch while the database is away
 * @param swapLag how many events a rebuilt generation may be behind the topics when it is tried to
 *     put it in place
 * @param swapPatience how long writers of the live generation are held up for the last of them
 */
@ConfigurationProperties("qingdan.projections")
record EngineSettings(
        @DefaultValue("5000") int batchSize,
        @DefaultValue("2") int rebuildThreads,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("10s") Duration shutdownTimeout,
        @DefaultValue("500ms") Duration backOff,
        @DefaultValue("500") long swapLag,
        @DefaultValue("500ms") Duration swapPatience) {}
