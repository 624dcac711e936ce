package dev.qingdan.command.relay;

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
 * Sends a batch of records as one Kafka transaction.
 *
 * <p>Opening it ends whatever another holder of the same transactional id had begun, and fences
 * that holder off. After any failure it is closed without a farewell, as a crash would do: only the
 * next one to open knows, from Kafka itself, whether the last transaction counted.
 */
final class TransactionalSender implements AutoCloseable {

    /**
     * Records wait for company until the commit, which sends at once whatever waits: few large
     * requests, and no delay.
     *
     * <p>The transaction's own timeout only matters where nobody takes over: until then, what a
     * dead sender had begun holds back the readers of committed records.
     */
    private static final Map<String, Object> TRANSACTIONAL =
            Map.of(
                    ProducerConfig.ACKS_CONFIG, "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                    ProducerConfig.LINGER_MS_CONFIG, 1_000,
                    ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000,
                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);

    private final Producer<String, byte[]> producer;

    private TransactionalSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    static TransactionalSender open(Map<String, Object> connection, String transactionalId) {
        var config = new HashMap<>(connection);
        config.putAll(TRANSACTIONAL);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        var sender =
                new TransactionalSender(
                        new KafkaProducer<>(
                                config, new StringSerializer(), new ByteArraySerializer()));
        boolean opened = false;
        try {
            sender.producer.initTransactions();
            opened = true;
            return sender;
        } finally {
            if (!opened) {
                sender.close();
            }
        }
    }

    void send(List<ProducerRecord<String, byte[]>> records) {
        producer.beginTransaction();
        // The commit waits for every record, and fails where one of them failed.
        for (var record : records) {
            var _ = producer.send(record);
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
