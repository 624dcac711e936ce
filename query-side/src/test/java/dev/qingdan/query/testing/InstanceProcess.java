package dev.qingdan.query.testing;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.query.QueryApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An instance in a process of its own, which can be killed as a machine that loses its power. */
public final class InstanceProcess implements AutoCloseable {

    private final Process process;
    private final Client client;

    private InstanceProcess(Process process, Client client) {
        this.process = process;
        this.client = client;
    }

    public static InstanceProcess start(Database database, Broker broker, String... settings) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                QueryApplication.class.getName()));
        command.addAll(Instance.settings(database, broker));
        command.addAll(List.of(settings));
        var port = freePort();
        command.removeIf(setting -> setting.startsWith("--server.port="));
        command.add("--server.port=" + port);
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            return new InstanceProcess(process, new Client("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException("No process could be started", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    public Client client() {
        return client;
    }

    /** Whether it answers requests by now. */
    public boolean isUp() {
        try {
            return client.get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** At once, in the middle of whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
