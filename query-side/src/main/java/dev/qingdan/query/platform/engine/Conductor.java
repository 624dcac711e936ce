package dev.qingdan.query.platform.engine;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.qingdan.query.platform.projection.Projection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings this instance in line with what the tables say: which generations it fills, which rebuilds
 * can be completed. It looks when something is announced and now and then, knows nothing that is
 * not in the tables, and so may be killed at any moment.
 */
@Component
class Conductor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Conductor.class);

    /** Nobody announces how far a rebuild has come, or that a database was away. */
    private static final Duration WHILE_IN_MOTION = Duration.ofSeconds(1);

    private static final Duration WHILE_AT_REST = Duration.ofSeconds(3);

    private final Projections projections;
    private final Rebuilds rebuilds;
    private final Workload workload;
    private final GenerationConsumers consumers;
    private final Completion completion;
    private final Freshness freshness;
    private final Rates rates;
    private final ProjectionGauges gauges;
    private final Queue<Projection> undeclared;
    private final Map<String, GenerationConsumer> running = new HashMap<>();
    private final Semaphore announcements = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Conductor(
            Projections projections,
            Rebuilds rebuilds,
            Workload workload,
            GenerationConsumers consumers,
            Completion completion,
            Freshness freshness,
            Rates rates,
            ProjectionGauges gauges) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.workload = workload;
        this.consumers = consumers;
        this.completion = completion;
        this.freshness = freshness;
        this.rates = rates;
        this.gauges = gauges;
        this.undeclared = new ArrayDeque<>(projections.all());
    }

    /** Something has been announced: look now. */
    void wake() {
        announcements.release();
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().name("projection-conductor").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        var conducting = thread;
        thread = null;
        if (conducting != null) {
            conducting.interrupt();
            awaitEnd(conducting);
        }
        // Each waits for Kafka to take its leave: none for the others
        try (var leaving = Executors.newVirtualThreadPerTaskExecutor()) {
            running.values().forEach(consumer -> leaving.execute(consumer::stop));
        }
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                var pause = look() ? WHILE_IN_MOTION : WHILE_AT_REST;
                announcements.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                announcements.drainPermits();
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("Projections stay as they are for now: {}", away.getMessage());
                Pauses.of(WHILE_IN_MOTION);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether a rebuild is under way. */
    private boolean look() {
        while (!undeclared.isEmpty()) {
            rebuilds.declare(undeclared.element());
            undeclared.remove();
        }
        var open = workload.openRebuilds();
        fillWhatIsWanted(open);
        freshness.look();
        rates.sample();
        gauges.look();
        workload.toEnd(open).forEach(completion::attempt);
        return !open.isEmpty();
    }

    private void fillWhatIsWanted(List<Rebuild> open) {
        var wanted = workload.generations(open).stream().collect(toMap(Generation::id, identity()));
        running.entrySet()
                .removeIf(entry -> !wanted.containsKey(entry.getKey()) && stop(entry.getValue()));
        var ofProjection =
                wanted.values().stream().collect(groupingBy(Generation::projection, counting()));
        wanted.values()
                .forEach(it -> fill(it, ofProjection.getOrDefault(it.projection(), 1L) == 1));
    }

    private void fill(Generation generation, boolean alone) {
        var consumer = running.get(generation.id());
        if (consumer == null) {
            LOG.info("{} is filled here, version {}", generation.id(), generation.version());
            var projection = projections.named(generation.projection());
            consumer = consumers.of(projection, generation, this::wake);
            running.put(generation.id(), consumer);
            consumer.start();
        }
        consumer.live().set(generation.is(Generation.State.LIVE));
        consumer.alone().set(alone);
    }

    private static boolean stop(GenerationConsumer consumer) {
        LOG.info("{} is no longer filled here", consumer.generation());
        consumer.stop();
        return true;
    }

    private static void awaitEnd(Thread conducting) {
        try {
            conducting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
