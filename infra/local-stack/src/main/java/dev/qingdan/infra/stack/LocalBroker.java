package dev.qingdan.infra.stack;

import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Leash;
import dev.qingdan.infra.stack.process.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** A Kafka node that is broker and controller in one, its log in a folder of its own. */
public record LocalBroker(Path data, int port) {

    private static final List<String> FLAGS =
            List.of(
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    // With one thread less the compiler of busy code is behind for minutes
                    "-XX:CICompilerCount=3",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS");

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The command of the broker's process; writes the settings that it starts from. */
    public JvmCommand command() {
        return new JvmCommand(
                "Kafka",
                FLAGS,
                classPath(),
                BrokerServer.class.getName(),
                List.of(writeSettings().toString(), data.toString()),
                Map.of());
    }

    /** Whether the broker serves requests, not just whether its port is open. */
    public boolean ready() {
        return Ports.isOpen(port) && hasNodes();
    }

    private boolean hasNodes() {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers(),
                        "default.api.timeout.ms", 1000,
                        "request.timeout.ms", 1000);
        var admin = Admin.create(settings);
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Without a bound it may wait for good; none at all it takes for no bound
            admin.close(Duration.ofSeconds(1));
        }
    }

    private Path writeSettings() {
        var settings =
                """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                log.retention.ms=-1
                # Topics are made on purpose, with their own settings: never by a typing mistake.
                auto.create.topics.enable=false
                offsets.topic.num.partitions=5
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=5
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                # Kafka's own 10 s would be added to how long a dead sender holds readers back.
                transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                socket.send.buffer.bytes=-1
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                """
                        .formatted(port, Ports.free(), data);
        try {
            Files.createDirectories(data.getParent());
            return Files.writeString(
                    data.resolveSibling(data.getFileName() + ".properties"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the broker's settings", e);
        }
    }

    private static String classPath() {
        return Leash.place() + File.pathSeparator + libraries().resolve("*");
    }

    /** The folder of the broker's own libraries. */
    public static Path libraries() {
        var libraries = ProjectFolder.find().resolve("infra/kafka-broker/target/lib");
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    "The broker's libraries are missing: mvn -pl infra/kafka-broker process-resources");
        }
        return libraries;
    }
}
