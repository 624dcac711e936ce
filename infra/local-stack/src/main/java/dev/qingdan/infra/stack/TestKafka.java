package dev.qingdan.infra.stack;

import dev.qingdan.infra.stack.process.Ports;
import org.jspecify.annotations.Nullable;

/**
 * One real Kafka broker per test run, started by the first test that asks for it: a process from
 * Maven's artifacts, or a container with {@code -Dkafka=testcontainers}. Topics are not created by
 * themselves.
 */
public final class TestKafka {

    private static @Nullable String bootstrapServers;

    private TestKafka() {}

    public static synchronized String bootstrapServers() {
        if (bootstrapServers == null) {
            bootstrapServers = start(System.getProperty("kafka", "process"));
        }
        return bootstrapServers;
    }

    private static String start(String kind) {
        return switch (kind) {
            case "process" -> startProcess();
            case "testcontainers" -> ContainerBroker.start();
            default ->
                    throw new IllegalArgumentException(
                            "-Dkafka is process or testcontainers, not " + kind);
        };
    }

    private static String startProcess() {
        var folder = TestFolder.create("kafka");
        var broker = new LocalBroker(folder.path().resolve("data"), Ports.free());
        folder.run(broker.command(), broker::ready);
        return broker.bootstrapServers();
    }
}
