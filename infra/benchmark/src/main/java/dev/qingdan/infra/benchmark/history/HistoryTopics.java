package dev.qingdan.infra.benchmark.history;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of a broker, written as the relay writes them: transactions, one record an event. */
public final class HistoryTopics implements AutoCloseable {

    private static final String SCHEMAS = "http://127.0.0.1:8080/schemas";

    private final KafkaProducer<String, byte[]> producer;

    public HistoryTopics(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "benchmark"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        producer.initTransactions();
    }

    /** All topics that the product knows. */
    public static void create(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(
                            Arrays.stream(Topic.values())
                                    .map(Topic::topicName)
                                    .map(name -> new NewTopic(name, Topic.PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    /** In one transaction: once this returns, consumers see them all. */
    public void publish(List<Generated> events) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(record(event)));
        producer.commitTransaction();
    }

    static ProducerRecord<String, byte[]> record(Generated generated) {
        return CloudEvents.record(
                Topic.ORDER.topicName(),
                generated.envelope(),
                EventJson.write(generated.event()),
                SCHEMAS);
    }

    @Override
    public void close() {
        producer.close();
    }
}
