package dev.qingdan.query.platform.engine;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.qingdan.query.platform.projection.DecodedEvents;
import dev.qingdan.query.platform.projection.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
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
 * Reads the partitions that Kafka gives to this consumer, from the positions in the database.
 *
 * <p>Whatever goes wrong with a batch has one remedy: nothing of it was written, so claim the
 * partitions again and read on from where the database says. A database that is away is waited for.
 *
 * <p>Belongs to one consumer thread.
 */
final class PartitionListener
        implements BatchMessageListener<String, byte[]>,
                ConsumerAwareRebalanceListener,
                CommonErrorHandler {

    /** What is done with the events of each poll. */
    interface Sink {

        /**
         * @param behind how many more events are there to be read
         */
        void write(Batch batch, long behind);

        /** Writes what was kept back to be written together. */
        void flush();

        /** Forgets what was kept back: it will be read again. */
        void discard();
    }

    private static final Logger LOG = LoggerFactory.getLogger(PartitionListener.class);

    private final String generation;
    private final Positions positions;
    private final Duration backOff;
    private final Focus focus;
    private final DecodedEvents decoded;
    private final Sink sink;
    private final LongFunction<Duration> patience;
    private LongConsumer pauseBetweenPolls = _ -> {};
    private boolean paused;
    private final Map<TopicPartition, Claim> claims = new HashMap<>();

    /**
     * @param decoded what all who read the same topics have decoded
     * @param patience how long events may gather where so many more are there to be read
     */
    PartitionListener(
            String generation,
            Positions positions,
            Duration backOff,
            Focus focus,
            DecodedEvents decoded,
            Sink sink,
            LongFunction<Duration> patience) {
        this.generation = generation;
        this.positions = positions;
        this.backOff = backOff;
        this.focus = focus;
        this.decoded = decoded;
        this.sink = sink;
        this.patience = patience;
    }

    /**
     * Lets events gather between two polls, not within one: then nothing of the last one is kept in
     * memory meanwhile.
     *
     * @param pause takes milliseconds
     */
    void gathersBy(LongConsumer pause) {
        pauseBetweenPolls = pause;
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
        var moves = new ArrayList<Move>(claims.size());
        for (TopicPartition partition : records.partitions()) {
            var claim = claims.get(partition);
            if (claim == null) {
                throw new StaleClaim("Nothing is claimed of " + partition);
            }
            var start = events.size();
            for (var record : records.records(partition)) {
                // A record below that was taken already
                if (record.offset() >= claim.taken()) {
                    events.add(Incoming.of(record, partition, decoded));
                }
            }
            // Past the marker of the producer's transaction, so that an idle partition shows no lag
            var end = Math.max(claim.taken(), consumer.position(partition));
            moves.add(Move.over(claim, events.subList(start, events.size()), end));
        }
        sink.write(new Batch(events, moves), Focus.behind(consumer));
        gather(consumer);
        focus.adjust(consumer);
    }

    /**
     * The first poll after a pause has what the broker sent at its beginning, and what that says of
     * how far we are behind is as old. What has gathered since is for the second one.
     */
    private void gather(Consumer<?, ?> consumer) {
        var pause = paused ? Duration.ZERO : patience.apply(Focus.behind(consumer));
        paused = pause.isPositive();
        pauseBetweenPolls.accept(pause.toMillis());
    }

    /** Nothing has come for a while: what was kept back waits for nothing. */
    void onIdle(Consumer<?, ?> consumer) {
        paused = false;
        pauseBetweenPolls.accept(0);
        focus.release(consumer);
        flushOr(claims::clear);
        if (!claims.keySet().containsAll(consumer.assignment())) {
            claimAgain(consumer, consumer.assignment());
        }
        passOverWhatWasTakenBack(consumer);
    }

    /** An aborted transaction holds nothing to read; passed over, it shows no lag for ever. */
    private void passOverWhatWasTakenBack(Consumer<?, ?> consumer) {
        var moves =
                claims.values().stream()
                        .filter(claim -> consumer.assignment().contains(claim.partition()))
                        .filter(claim -> consumer.position(claim.partition()) > claim.taken())
                        .map(claim ->
                                Move.over(claim, List.of(), consumer.position(claim.partition())))
                        .toList();
        if (!moves.isEmpty()) {
            writeOr(() -> sink.write(new Batch(List.of(), moves), 0), claims::clear);
        }
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        focus.release(consumer);
        // What was kept back belongs to the claims of before: it must not meet those made now
        flushOr(() -> claimAgain(consumer, List.copyOf(claims.keySet())));
        claim(consumer, partitions);
    }

    /** What was kept back of them has to be written now; the others' events are in it as well. */
    @Override
    public void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            flushOr(() -> {
                claims.keySet().removeAll(partitions);
                claimAgain(consumer, List.copyOf(claims.keySet()));
            });
            claims.keySet().removeAll(partitions);
            focus.release(consumer);
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        claims.keySet().removeAll(partitions);
        focus.release(consumer);
        sink.discard();
        claimAgain(consumer, List.copyOf(claims.keySet()));
    }

    private void flushOr(Runnable remedy) {
        writeOr(sink::flush, remedy);
    }

    private void writeOr(Runnable write, Runnable remedy) {
        try {
            write.run();
        } catch (ReadAgain | DataAccessException | TransactionException failure) {
            LOG.info("{}: {}; it is read again", generation, failure.getMessage());
            sink.discard();
            remedy.run();
        }
    }

    /** Without a claim the next poll fails, and that is the time to try this again. */
    private void claimAgain(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            claim(consumer, partitions);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("{}: the database is away: {}", generation, away.getMessage());
        }
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        var cause = thrown.getCause() == null ? thrown : thrown.getCause();
        sink.discard();
        if (cause instanceof ReadAgain) {
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

    /** Not of a batch: the consumer itself failed, in a rebalance for instance. It polls again. */
    @Override
    public void handleOtherException(
            Exception thrown,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        LOG.warn("{}: {}; going on", generation, getMostSpecificCause(thrown).getMessage());
        Pauses.of(backOff);
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    /** Rows in hand were true of the claims of before: others may have moved them on since then. */
    private void claim(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        sink.discard();
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
