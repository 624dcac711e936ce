package dev.qingdan.query.testing;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Ports;
import dev.qingdan.query.QueryApplication;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An instance in a process of its own, which can be killed as a machine that loses its power. What
 * it says is in {@code target/instances}.
 */
public final class InstanceProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final Path LOGS = Path.of("target", "instances");

    /** A life is too short for the second compiler. */
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final ChildJvm process;
    private final Client client;

    private InstanceProcess(ChildJvm process, Client client) {
        this.process = process;
        this.client = client;
    }

    /** Does not wait until it serves. */
    public static InstanceProcess start(Database database, Broker broker, String... settings) {
        var port = Ports.free();
        var arguments = Instance.settings(database, broker);
        arguments.addAll(List.of(settings));
        // Of two settings for one thing the framework would make a list
        arguments.removeIf(setting -> setting.startsWith("--server.port="));
        arguments.add("--server.port=" + port);
        var name = "query-side-" + port;
        var command =
                new JvmCommand(
                        name,
                        FLAGS,
                        System.getProperty("java.class.path"),
                        QueryApplication.class.getName(),
                        arguments,
                        Map.of());
        return new InstanceProcess(
                ChildJvm.start(command, LOGS.resolve(name + ".log")),
                new Client("http://127.0.0.1:" + port));
    }

    public Client client() {
        return client;
    }

    /** Returns once it serves; fails with the end of its log where it cannot. */
    public void awaitReady() {
        process.awaitReady(this::isHealthy, TO_START);
    }

    private boolean isHealthy() {
        try {
            return client.get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** At once, in the middle of whatever it does: kill -9. */
    @Override
    public void close() {
        process.kill();
        process.exit().join();
    }
}
