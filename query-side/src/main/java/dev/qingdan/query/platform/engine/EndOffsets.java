package dev.qingdan.query.platform.engine;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Where the topics end, for those who may read only what was committed. */
@Component
class EndOffsets implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EndOffsets.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;

    EndOffsets(KafkaProperties kafka) {
        admin = Admin.create(kafka.buildAdminProperties());
    }

    /** A partition is missing from the answer while the broker or its topic is away. */
    Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
        var answer =
                admin.listOffsets(
                        partitions.stream().collect(toMap(p -> p, _ -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)
                                .timeoutMs((int) PATIENCE.toMillis()));
        var ends = new HashMap<TopicPartition, Long>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (TopicPartition partition : partitions) {
                var left = Math.max(0, deadline - System.nanoTime());
                ends.put(
                        partition,
                        answer.partitionResult(partition).get(left, TimeUnit.NANOSECONDS).offset());
            }
        } catch (ExecutionException | TimeoutException away) {
            LOG.debug("The ends of the topics are not known now", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ends;
    }

    @Override
    public void destroy() {
        admin.close(PATIENCE);
    }
}
