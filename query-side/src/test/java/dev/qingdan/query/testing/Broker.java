package dev.qingdan.query.testing;

import dev.qingdan.events.CloudEvents;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import dev.qingdan.events.Topic;
import dev.qingdan.infra.stack.TestKafka;
import dev.qingdan.query.platform.projection.Recorded;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of one test on the real broker, filled as the relay fills them: in transactions. */
public final class Broker implements AutoCloseable {

    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private KafkaProducer<String, byte[]> producer;

    public Broker() {
        createTopics();
        producer = producer();
    }

    private KafkaProducer<String, byte[]> producer() {
        var opened =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestKafka.bootstrapServers(),
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                prefix + "relay"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        opened.initTransactions();
        return opened;
    }

    private void createTopics() {
        var servers = Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var admin = Admin.create(servers)) {
            admin.createTopics(
                            Arrays.stream(Topic.values())
                                    .map(topic -> prefix + topic.topicName())
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

    public String prefix() {
        return prefix;
    }

    @SafeVarargs
    public final void publish(Recorded<DomainEvent>... events) {
        publish(Arrays.asList(events));
    }

    public void publish(Collection<Recorded<DomainEvent>> events) {
        send(events.stream().map(this::record).toList());
    }

    /** Records as they are, however wrong. */
    public void send(Collection<ProducerRecord<String, byte[]>> records) {
        try {
            transact(records);
        } catch (InvalidTxnStateException refused) {
            // One transaction after the other, without a pause: the broker now and then holds the
            // last
            // one against the next. What it refused was not written, as a relay finds that opens
            // again
            producer.close();
            producer = producer();
            transact(records);
        }
    }

    private void transact(Collection<ProducerRecord<String, byte[]>> records) {
        producer.beginTransaction();
        records.forEach(producer::send);
        producer.commitTransaction();
    }

    /** Sends and takes it back, as a relay does that fails in the middle of a batch. */
    public void publishAndTakeBack(Collection<Recorded<DomainEvent>> events) {
        producer.beginTransaction();
        events.stream().map(this::record).forEach(producer::send);
        producer.flush();
        producer.abortTransaction();
    }

    public ProducerRecord<String, byte[]> record(Recorded<DomainEvent> recorded) {
        var topic = EventType.of(recorded.event()).topic();
        return CloudEvents.record(
                prefix + topic.topicName(),
                Records.envelope(recorded),
                EventJson.write(recorded.event()),
                "http://127.0.0.1/schemas");
    }

    @Override
    public void close() {
        producer.close();
    }
}
