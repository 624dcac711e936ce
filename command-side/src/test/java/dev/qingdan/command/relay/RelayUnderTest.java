package dev.qingdan.command.relay;

import static org.awaitility.Awaitility.await;

import dev.qingdan.command.TestStore;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.store.RecentEvents;
import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.EventEnvelope;
import dev.qingdan.infra.stack.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Relays on a real broker, under topics that no other test uses, and what a reader gets there. */
final class RelayUnderTest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOBODY_THERE = "127.0.0.1:1";

    private final RelayProperties names;
    private final List<Running> started = new ArrayList<>();

    private RelayUnderTest(RelayProperties names) {
        this.names = names;
    }

    static RelayUnderTest withTopicsOfItsOwn() {
        return new RelayUnderTest(new RelayProperties(UUID.randomUUID() + "."));
    }

    RelayProperties names() {
        return names;
    }

    /** One event as a reader of committed records sees it. */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are compared by themselves.
    record Received(
            String topic,
            int partition,
            EventEnvelope envelope,
            byte[] payload,
            ConsumerRecord<String, byte[]> record) {

        static Received of(ConsumerRecord<String, byte[]> record) {
            return new Received(
                    record.topic(),
                    record.partition(),
                    CloudEvents.envelope(record),
                    record.value(),
                    record);
        }
    }

    Running start(TestStore store) {
        return start(store, TestKafka.bootstrapServers());
    }

    Running startWithoutBroker(TestStore store) {
        return start(store, NOBODY_THERE);
    }

    private Running start(TestStore store, String bootstrapServers) {
        var clock = Clock.systemUTC();
        var desk = new RelayDesk(store.jdbc(), store.index(), clock);
        var relay =
                new Relay(
                        store.database(),
                        new RecentEvents(store.log()),
                        desk,
                        way(store, bootstrapServers),
                        new RelayMetrics(new SimpleMeterRegistry(), desk, clock));
        return start(desk, relay);
    }

    private Running start(RelayDesk desk, Runnable work) {
        var running = new Running(desk, Thread.ofPlatform().daemon().start(work));
        started.add(running);
        return running;
    }

    private KafkaWay way(TestStore store, String bootstrapServers) {
        return new KafkaWay(
                connection(bootstrapServers),
                names,
                "http://schemas",
                store.index(),
                new Republications(store.jdbc()));
    }

    private static Map<String, Object> connection(String bootstrapServers) {
        return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    Running startRepublisher(TestStore store, double eventsPerSecond) {
        var way = way(store, TestKafka.bootstrapServers());
        var republisher =
                new Republisher(
                        store.database(),
                        store.log(),
                        new Republications(store.jdbc()),
                        way::copy,
                        new Pace(eventsPerSecond));
        return start(new RelayDesk(store.jdbc(), store.index(), Clock.systemUTC()), republisher);
    }

    RepublicationDesk republications(TestStore store) {
        return new RepublicationDesk(
                new Republications(store.jdbc()),
                new RelayDesk(store.jdbc(), store.index(), Clock.systemUTC()),
                topics(),
                names,
                store.index(),
                new Ids());
    }

    RelayTopics topics() {
        return new RelayTopics(connection(TestKafka.bootstrapServers()), names);
    }

    /** What an operator's mistake leaves of a topic. */
    void delete(String topic) {
        try (var admin = Admin.create(connection(TestKafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            await().atMost(PATIENCE).until(() -> !exists(admin, topic));
        }
    }

    /** What is left of a partition when its disk was lost. */
    void empty(String topic, int partition) {
        var all = Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(-1));
        try (var admin = Admin.create(connection(TestKafka.bootstrapServers()))) {
            admin.deleteRecords(all).all().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static boolean exists(Admin admin, String topic) {
        return admin.listTopics()
                .names()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .contains(topic);
    }

    /** A relay at work. */
    record Running(RelayDesk desk, Thread thread) {

        void runFor(Duration time) {
            join(time);
        }

        /** Ends it in the middle of whatever it does: nothing is aborted, nothing is said. */
        void kill() {
            thread.interrupt();
            if (!join(PATIENCE)) {
                throw new AssertionError("The relay does not end");
            }
        }

        private boolean join(Duration atMost) {
            try {
                return thread.join(atMost);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Reads everything from the beginning until there is so much, and what comes after it. */
    List<Received> awaitEvents(int count) {
        return awaitEvents(count, names.eventTopics());
    }

    List<Received> awaitEvents(int count, List<String> topics) {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        500,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString());
        var received = new ArrayList<Received>();
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(topics);
            await().atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> {
                        int before = received.size();
                        consumer.poll(Duration.ofMillis(500))
                                .forEach(record -> received.add(Received.of(record)));
                        return received.size() >= count && received.size() == before;
                    });
        }
        return received;
    }

    @Override
    public void close() {
        started.forEach(Running::kill);
    }
}
