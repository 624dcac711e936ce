package dev.qingdan.query.platform.engine;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads one partition at a time while there is much to be read. The aggregates that are under way
 * in one partition are a fraction of all: their rows fit into memory, and most of their events fall
 * into one write.
 */
final class Focus {

    private final long worthIt;
    private @Nullable TopicPartition partition;

    /**
     * @param worthIt how many events a partition has to be behind
     */
    Focus(long worthIt) {
        this.worthIt = worthIt;
    }

    /** Stays where it is until little is left there, then goes to where most is left. */
    void adjust(Consumer<?, ?> consumer) {
        if (partition != null && behind(consumer, partition) > worthIt) {
            return;
        }
        var next =
                consumer.assignment().stream()
                        .max(Comparator.comparingLong(it -> behind(consumer, it)))
                        .filter(it -> behind(consumer, it) > worthIt)
                        .orElse(null);
        if (next == null) {
            release(consumer);
        } else {
            var others = new HashSet<>(consumer.assignment());
            others.remove(next);
            consumer.pause(others);
            consumer.resume(List.of(next));
            partition = next;
        }
    }

    /** All are read again, in whatever order their events come. */
    void release(Consumer<?, ?> consumer) {
        if (partition != null) {
            consumer.resume(consumer.assignment());
            partition = null;
        }
    }

    /** As far as the last answers of the broker tell. */
    static long behind(Consumer<?, ?> consumer) {
        return consumer.assignment().stream().mapToLong(it -> behind(consumer, it)).sum();
    }

    private static long behind(Consumer<?, ?> consumer, TopicPartition partition) {
        return consumer.currentLag(partition).orElse(0);
    }
}
