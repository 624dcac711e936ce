package dev.qingdan.command.relay;

import static org.awaitility.Awaitility.await;

import dev.qingdan.command.TestStore;
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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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
    record Received(String topic, int partition, EventEnvelope envelope, byte[] payload) {

        static Received of(ConsumerRecord<String, byte[]> record) {
            return new Received(
                    record.topic(),
                    record.partition(),
                    CloudEvents.envelope(record),
                    record.value());
        }
    }

    Running start(TestStore store) {
        return start(store, TestKafka.bootstrapServers());
    }

    Running startWithoutBroker(TestStore store) {
        return start(store, NOBODY_THERE);
    }

    private Running start(TestStore store, String bootstrapServers) {
        Map<String, Object> connection =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        var clock = Clock.systemUTC();
        var desk = new RelayDesk(store.jdbc(), store.log(), clock);
        var relay =
                new Relay(
                        store.database(),
                        store.log(),
                        desk,
                        new RelayTopics(connection, names),
                        () -> Outlet.open(connection, names, "http://schemas"),
                        new RelayMetrics(new SimpleMeterRegistry(), clock));
        var running = new Running(desk, Thread.ofPlatform().daemon().start(relay));
        started.add(running);
        return running;
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
            consumer.subscribe(names.eventTopics());
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
