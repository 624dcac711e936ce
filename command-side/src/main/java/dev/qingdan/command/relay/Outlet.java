package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.CloudEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka, from where the relay stands: sends a batch and the position after it in one transaction.
 *
 * <p>Opening it ends whatever another holder of the same transactional id had begun, and fences
 * that holder off. After any failure it is closed without a farewell, as a crash would do: only the
 * next one to open knows, from Kafka itself, whether the last transaction counted.
 */
final class Outlet implements AutoCloseable {

    private static final Map<String, Object> TRANSACTIONAL =
            Map.of(
                    ProducerConfig.ACKS_CONFIG, "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                    ProducerConfig.LINGER_MS_CONFIG, 0,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 20_000);

    private final Producer<String, byte[]> producer;
    private final RelayProperties names;
    private final String schemaBase;
    private long position;

    private Outlet(
            Producer<String, byte[]> producer,
            RelayProperties names,
            String schemaBase,
            long position) {
        this.producer = producer;
        this.names = names;
        this.schemaBase = schemaBase;
        this.position = position;
    }

    static Outlet open(Map<String, Object> connection, RelayProperties names, String schemaBase) {
        var config = new HashMap<>(connection);
        config.putAll(TRANSACTIONAL);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, names.transactionalId());
        var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        boolean opened = false;
        try {
            producer.initTransactions();
            var position = RelayPosition.read(connection, names.positionTopic());
            opened = true;
            return new Outlet(producer, names, schemaBase, position);
        } finally {
            if (!opened) {
                producer.close(Duration.ZERO);
            }
        }
    }

    /** Up to where everything is in Kafka. */
    long position() {
        return position;
    }

    void send(List<Positioned> batch) {
        long after = batch.getLast().position();
        producer.beginTransaction();
        // The commit waits for every record, and fails where one of them failed.
        for (var event : batch) {
            var _ = producer.send(record(event));
        }
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                names.positionTopic(),
                                RelayPosition.KEY,
                                RelayPosition.write(after)));
        producer.commitTransaction();
        position = after;
    }

    private ProducerRecord<String, byte[]> record(Positioned positioned) {
        var event = positioned.event();
        return CloudEvents.record(
                names.topicOf(event.type()),
                event.at(positioned.position()),
                event.payload(),
                schemaBase);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
