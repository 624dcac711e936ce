package dev.qingdan.query.platform.engine;

import dev.qingdan.events.Topic;
import dev.qingdan.query.platform.projection.DecodedEvents;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.web.Readership;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the consumers of generations: a consumer group for each, its positions in the database. */
@Component
class GenerationConsumers {

    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Nothing is kept back of what is live, unless it is far behind. */
    private static final Duration LIVE_IDLE = Duration.ofSeconds(3);

    /**
     * A consumer hears from a heartbeat's answer that others have joined its group. Those who fill
     * a generation all join at once, and none of them is to read alone for long.
     */
    private static final Duration REBUILDS_HEARTBEAT = Duration.ofMillis(200);

    /**
     * This often a thread of each consumer asks itself whether it is time for a heartbeat; with
     * Kafka's own 100 ms seven projections do little else while nothing happens.
     */
    private static final Duration ASK_AGAIN = Duration.ofMillis(400);

    /** All records of a poll are in memory at once, with their headers, just to be copied. */
    private static final int REBUILDS_POLL = 500;

    /** Where more events are there already, no others are waited for. */
    private static final int MUCH = 100;

    private final KafkaProperties kafka;
    private final EngineSettings settings;
    private final Topics topics;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final EngineMetrics metrics;
    private final Readership readers;
    private final BulkLimits limits;
    private final DecodedEvents decoded = new DecodedEvents();
    private final Lock turn = new ReentrantLock(true);

    GenerationConsumers(
            KafkaProperties kafka,
            EngineSettings settings,
            Topics topics,
            Ledger ledger,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EngineMetrics metrics,
            Readership readers) {
        this.kafka = kafka;
        this.settings = settings;
        this.topics = topics;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.metrics = metrics;
        this.readers = readers;
        this.limits = new BulkLimits(settings.bulkBytes(), settings.bulkTime(), readers::isThere);
    }

    /**
     * @param caughtUp what is to be done when little is left to be read
     */
    GenerationConsumer of(Projection projection, Generation generation, Runnable caughtUp) {
        var live = new AtomicBoolean(generation.is(Generation.State.LIVE));
        var alone = new AtomicBoolean();
        var threads = live.get() ? 1 : settings.rebuildThreads();
        var containers =
                IntStream.range(0, threads)
                        .mapToObj(thread ->
                                container(
                                        projection, generation.id(), thread, live, alone, caughtUp))
                        .toList();
        return new GenerationConsumer(generation.id(), containers, live, alone);
    }

    private KafkaMessageListenerContainer<String, byte[]> container(
            Projection projection,
            String generation,
            int thread,
            AtomicBoolean live,
            AtomicBoolean alone,
            Runnable caughtUp) {
        var properties = new ContainerProperties(topics.names(projection));
        var listener =
                new PartitionListener(
                        generation,
                        ledger.positions(),
                        settings.backOff(),
                        new Focus(settings.bulkBehind() / Topic.PARTITIONS),
                        decoded,
                        writer(projection, generation, live, caughtUp),
                        behind ->
                                live.get() && alone.get() && behind < MUCH
                                        ? projection.patience()
                                        : Duration.ZERO);
        properties.setGroupId(topics.group(generation));
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setShutdownTimeout(settings.shutdownTimeout().toMillis());
        properties.setPollTimeout((live.get() ? LIVE_IDLE : IDLE).toMillis());
        properties.setIdleEventInterval(IDLE.toMillis());
        // Who takes over partitions that were read to their ends may never receive anything
        properties.setIdleBeforeDataMultiplier(1);
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        settings(live.get()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        listener.gathersBy(container.getContainerProperties()::setIdleBetweenPolls);
        container.setBeanName(generation + "-" + thread);
        container.setCommonErrorHandler(listener);
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                listener.onIdle(idle.getConsumer());
            }
        });
        return container;
    }

    private GenerationWriter writer(
            Projection projection, String generation, AtomicBoolean live, Runnable caughtUp) {
        return new GenerationWriter(
                new BatchWriter(projection, generation, ledger, jdbc, transactions),
                new BulkWriter(projection, generation, ledger, jdbc, transactions, limits),
                live,
                settings.bulkBehind(),
                settings.swapLag(),
                new Throttle(
                        // Readers wait for a live generation that is behind, and not beside it
                        () -> !live.get() && readers.isThere(), settings.rebuildShare(), turn),
                caughtUp,
                metrics.batches(projection.name()),
                metrics.events(projection.name()));
    }

    private Map<String, Object> settings(boolean live) {
        var usual = settings.sessionTimeout().dividedBy(3);
        var heartbeat =
                live || usual.compareTo(REBUILDS_HEARTBEAT) < 0 ? usual : REBUILDS_HEARTBEAT;
        var values = new HashMap<>(kafka.buildConsumerProperties());
        values.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        values.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        values.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        values.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        values.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        values.put(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                live ? settings.batchSize() : Math.min(settings.batchSize(), REBUILDS_POLL));
        values.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) settings.sessionTimeout().toMillis());
        values.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) heartbeat.toMillis());
        if (live) {
            values.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, ASK_AGAIN.toMillis());
        }
        // As much as the system sees fit: what is to be read next arrives while we work
        values.put(
                ConsumerConfig.RECEIVE_BUFFER_CONFIG,
                CommonClientConfigs.RECEIVE_BUFFER_LOWER_BOUND);
        // Topics that are created after this process are found soon
        values.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 3_000);
        return values;
    }
}
