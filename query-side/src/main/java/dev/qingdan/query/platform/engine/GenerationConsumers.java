package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Projection;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the consumers of generations: a consumer group for each, its positions in the database. */
@Component
class GenerationConsumers {

    private final KafkaProperties kafka;
    private final EngineSettings settings;
    private final Topics topics;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final MeterRegistry meters;

    GenerationConsumers(
            KafkaProperties kafka,
            EngineSettings settings,
            Topics topics,
            Ledger ledger,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings;
        this.topics = topics;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.meters = meters;
    }

    GenerationConsumer of(Projection projection, Generation generation) {
        var writer = new BatchWriter(projection, generation.id(), ledger, jdbc, transactions);
        var timer = meters.timer("qingdan.projection.batch", "projection", projection.name());
        var events = meters.counter("qingdan.projection.events", "projection", projection.name());
        var live = new AtomicBoolean();
        var listener =
                new PartitionListener(
                        generation.id(),
                        ledger.positions(),
                        settings.backOff(),
                        batch -> {
                            timer.record(() -> writer.write(batch, !live.get()));
                            events.increment(batch.events().size());
                        });
        return new GenerationConsumer(container(projection, generation, listener), live);
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            Projection projection, Generation generation, PartitionListener listener) {
        var properties = new ContainerProperties(topics.names(projection));
        properties.setGroupId(topics.group(generation.id()));
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setShutdownTimeout(settings.shutdownTimeout().toMillis());
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        settings(), new StringDeserializer(), new ByteArrayDeserializer());
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(generation.id());
        container.setCommonErrorHandler(listener);
        container.setConcurrency(
                generation.is(Generation.State.LIVE) ? 1 : settings.rebuildThreads());
        return container;
    }

    private Map<String, Object> settings() {
        var values = new HashMap<>(kafka.buildConsumerProperties());
        values.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        values.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        values.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        values.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        values.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        values.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        values.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) settings.sessionTimeout().toMillis());
        values.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) settings.sessionTimeout().toMillis() / 3);
        // Topics that are created after this process are found soon
        values.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 3_000);
        return values;
    }
}
