package dev.qingdan.infra.stack;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The broker of {@code -Dkafka=testcontainers}; {@code -Dkafka.image} names another image. */
final class ContainerBroker {

    private static final String KAFKA = "apache/kafka";
    private static final String IMAGE = System.getProperty("kafka.image", KAFKA + ":4.2.0");

    private ContainerBroker() {}

    static String start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "-Dkafka=testcontainers needs a Docker engine and none answers: start one, or"
                            + " leave the flag out to test against a broker process.");
        }
        var image = DockerImageName.parse(IMAGE).asCompatibleSubstituteFor(KAFKA);
        var container =
                new KafkaContainer(image).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        container.start();
        return container.getBootstrapServers();
    }
}
