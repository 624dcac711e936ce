package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.web.Readership;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
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
    private final Readership readers;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    IndexBuilding(
            Indexes indexes,
            Announcements announcements,
            EngineSettings settings,
            EngineMetrics metrics,
            Readership readers) {
        this.indexes = indexes;
        this.announcements = announcements;
        this.settings = settings;
        this.metrics = metrics;
        this.readers = readers;
    }

    /** Whether the generation has all it needs to be read; otherwise that is being built. */
    boolean isDone(Rebuild rebuild) {
        if (!indexes.areMissing(rebuild.generation())) {
            return !underWay.contains(rebuild.generation());
        }
        if (underWay.add(rebuild.generation())) {
            Thread.ofVirtual()
                    .name("indexes-" + rebuild.generation())
                    .start(() -> buildAll(rebuild));
        }
        return false;
    }

    private void buildAll(Rebuild rebuild) {
        metrics.indexing(rebuild.projection())
                .record(() -> {
                    try (var builders = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (int i = 0; i < builders(); i++) {
                            builders.execute(() -> attempt(rebuild, this::build));
                        }
                    }
                    attempt(rebuild, it -> indexes.analyze(it.generation()));
                });
        underWay.remove(rebuild.generation());
        attempt(rebuild, it -> announcements.generationsChanged(it.projection()));
    }

    /** One where readers are to have a processor of their own. */
    private int builders() {
        return readers.isThere() ? 1 : settings.rebuildThreads();
    }

    private void build(Rebuild rebuild) {
        while (indexes.buildNext(rebuild.generation())) {
            LOG.info("{} has one index more", rebuild.generation());
        }
    }

    /** What fails is looked at again with the next look at the rebuild. */
    private static void attempt(Rebuild rebuild, Consumer<Rebuild> step) {
        try {
            step.accept(rebuild);
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("{} is not ready yet: {}", rebuild.generation(), failure.getMessage());
        }
    }
}
