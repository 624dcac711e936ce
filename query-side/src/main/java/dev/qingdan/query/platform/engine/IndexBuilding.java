package dev.qingdan.query.platform.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Builds the indexes of full generations aside, so that nothing else waits for it. */
@Component
class IndexBuilding {

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuilding.class);

    private final Indexes indexes;
    private final Announcements announcements;
    private final EngineSettings settings;
    private final EngineMetrics metrics;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    IndexBuilding(
            Indexes indexes,
            Announcements announcements,
            EngineSettings settings,
            EngineMetrics metrics) {
        this.indexes = indexes;
        this.announcements = announcements;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Whether the generation has all it needs to be read; otherwise that is being built. */
    boolean isDone(Rebuild rebuild) {
        if (!indexes.areMissing(rebuild.generation())) {
            return true;
        }
        if (underWay.add(rebuild.generation())) {
            Thread.ofVirtual()
                    .name("indexes-" + rebuild.generation())
                    .start(() -> buildAll(rebuild));
        }
        return false;
    }

    private void buildAll(Rebuild rebuild) {
        try (var builders = Executors.newVirtualThreadPerTaskExecutor()) {
            metrics.indexing(rebuild.projection())
                    .record(() -> {
                        for (int i = 0; i < settings.rebuildThreads(); i++) {
                            builders.execute(() -> build(rebuild));
                        }
                        builders.close();
                    });
            announcements.generationsChanged(rebuild.projection());
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("It will be noticed by itself: {}", failure.getMessage());
        } finally {
            underWay.remove(rebuild.generation());
        }
    }

    private void build(Rebuild rebuild) {
        try {
            while (indexes.buildNext(rebuild.generation())) {
                LOG.info("{} has one index more", rebuild.generation());
            }
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn(
                    "The indexes of {} are tried again: {}",
                    rebuild.generation(),
                    failure.getMessage());
        }
    }
}
