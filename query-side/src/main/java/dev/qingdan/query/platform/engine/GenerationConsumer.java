package dev.qingdan.query.platform.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Fills one generation on this instance, with as many partitions as Kafka gives it.
 *
 * @param live whether readers see this generation
 */
record GenerationConsumer(
        ConcurrentMessageListenerContainer<String, byte[]> container, AtomicBoolean live) {

    void start() {
        container.start();
    }

    /** Lets the batch in hand end first. */
    void stop() {
        container.stop();
    }
}
