package dev.qingdan.infra.analytics;

import dev.qingdan.infra.stack.LocalBroker;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real broker with SASL/SCRAM and Kafka's own authorizer, as infra/deploy sets it up: one
 * listener for those with a name and a password, and one on loopback for whoever administers it.
 */
record SecuredBroker(ChildJvm process, int port, LocalBroker administration)
        implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);

    static SecuredBroker start(Path folder) throws IOException {
        int port = Ports.free();
        var administration = new LocalBroker(folder.resolve("data"), Ports.free());
        var command = administration.command();
        Files.writeString(
                Path.of(command.arguments().getFirst()), settings(folder, port, administration));
        var process =
                ChildJvm.start(
                        new JvmCommand(
                                command.name(),
                                command.flags(),
                                command.classPath(),
                                command.mainClass(),
                                command.arguments(),
                                Map.of()),
                        folder.resolve("log"));
        process.awaitReady(administration::ready, TO_START);
        return new SecuredBroker(process, port, administration);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private static String settings(Path folder, int port, LocalBroker administration) {
        return """
        process.roles=broker,controller
        node.id=1
        listeners=SASL_PLAINTEXT://127.0.0.1:%1$d,ADMIN://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%3$d
        advertised.listeners=SASL_PLAINTEXT://127.0.0.1:%1$d,ADMIN://127.0.0.1:%2$d
        listener.security.protocol.map=SASL_PLAINTEXT:SASL_PLAINTEXT,ADMIN:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=ADMIN
        controller.listener.names=CONTROLLER
        controller.quorum.voters=1@127.0.0.1:%3$d
        sasl.enabled.mechanisms=SCRAM-SHA-512
        listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=\\
          org.apache.kafka.common.security.scram.ScramLoginModule required;
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        super.users=User:ANONYMOUS
        allow.everyone.if.no.acl.found=false
        log.dirs=%4$s
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        group.initial.rebalance.delay.ms=0
        """
                .formatted(port, administration.port(), Ports.free(), folder.resolve("data"));
    }

    /** A client's settings with a name and a password. */
    Map<String, Object> as(String user, String password) {
        return Map.of(
                "bootstrap.servers",
                address(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
    }

    /** A client's settings for whoever administers the broker. */
    Map<String, Object> asAdministrator() {
        return Map.of("bootstrap.servers", List.of(administration.bootstrapServers()));
    }

    @Override
    public void close() {
        process.close();
    }
}
