package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.transaction.TransactionException;

/**
 * Reads the partitions that Kafka gives to this instance, from the positions in the database.
 *
 * <p>Whatever goes wrong with a batch has one remedy: nothing of it was written, so claim the
 * partitions again and read on from where the database says. A database that is away is waited for.
 */
final class PartitionListener
        implements BatchMessageListener<String, byte[]>,
                ConsumerAwareRebalanceListener,
                CommonErrorHandler {

    /** What is done with each batch of events. */
    @FunctionalInterface
    interface Sink {
        void write(Batch batch);
    }

    private static final Logger LOG = LoggerFactory.getLogger(PartitionListener.class);

    private final String generation;
    private final Positions positions;
    private final Duration backOff;
    private final Sink sink;
    private final Map<TopicPartition, Claim> claims = new ConcurrentHashMap<>();

    PartitionListener(String generation, Positions positions, Duration backOff, Sink sink) {
        this.generation = generation;
        this.positions = positions;
        this.backOff = backOff;
        this.sink = sink;
    }

    @Override
    public boolean wantsPollResult() {
        return true;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        throw new UnsupportedOperationException("Batches come as the poll's own result");
    }

    @Override
    public void onMessage(
            ConsumerRecords<String, byte[]> records,
            @Nullable Acknowledgment acknowledgment,
            Consumer<String, byte[]> consumer) {
        var events = new ArrayList<Incoming>(records.count());
        var ends = new LinkedHashMap<Claim, Long>();
        for (TopicPartition partition : records.partitions()) {
            var claim = claims.get(partition);
            if (claim == null) {
                throw new StaleClaim("Nothing is claimed of " + partition);
            }
            for (var record : records.records(partition)) {
                // A record below the claim was written already
                if (record.offset() >= claim.nextOffset()) {
                    events.add(Incoming.decode(record));
                }
            }
            // Past the marker of the producer's transaction, so that an idle partition shows no lag
            ends.put(claim, Math.max(claim.nextOffset(), consumer.position(partition)));
        }
        sink.write(Batch.of(events, ends));
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        claim(consumer, partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        claims.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        claims.keySet().removeAll(partitions);
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        var cause = thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof StaleClaim) {
            LOG.info("{}: {}; going on from the stored positions", generation, cause.getMessage());
        } else {
            LOG.warn("{}: nothing of a batch was written, it is tried again", generation, cause);
            Pauses.of(backOff);
        }
        try {
            claim(consumer, consumer.assignment());
            if (claims.isEmpty()) {
                Pauses.of(backOff);
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("{}: the database is away: {}", generation, away.getMessage());
            readAgain(records, consumer);
        }
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    private void claim(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        claims.keySet().removeAll(partitions);
        for (Claim claim : positions.claim(generation, partitions)) {
            claims.put(claim.partition(), claim);
            consumer.seek(claim.partition(), claim.nextOffset());
        }
    }

    private void readAgain(ConsumerRecords<?, ?> records, Consumer<?, ?> consumer) {
        Pauses.of(backOff);
        for (TopicPartition partition : records.partitions()) {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }
}
