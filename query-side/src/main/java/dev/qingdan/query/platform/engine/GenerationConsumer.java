package dev.qingdan.query.platform.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/**
 * Fills one generation on this instance, with as many partitions as Kafka gives it.
 *
 * @param containers a thread each
 * @param live whether readers see this generation
 * @param alone whether no other generation of its projection is filled, which it would have to meet
 */
record GenerationConsumer(
        String generation,
        List<KafkaMessageListenerContainer<String, byte[]>> containers,
        AtomicBoolean live,
        AtomicBoolean alone) {

    void start() {
        containers.forEach(KafkaMessageListenerContainer::start);
    }

    /** Lets the batches in hand end first. */
    void stop() {
        containers.forEach(KafkaMessageListenerContainer::stop);
    }
}
