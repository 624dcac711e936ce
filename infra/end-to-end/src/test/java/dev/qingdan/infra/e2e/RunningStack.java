package dev.qingdan.infra.e2e;

import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.ProjectFolder;
import dev.qingdan.infra.stack.process.Ports;
import dev.qingdan.infra.traffic.api.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/** The stack as {@code ./run} starts it, on free ports, one for all tests of this module. */
final class RunningStack implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(6);
    private static final String ALL_IS_UP = "Ctrl-C stops everything.";

    enum Port {
        COMMAND,
        QUERY,
        CONSOLE,
        WECHAT,
        KAFKA,
        POSTGRES
    }

    private final Path data = ProjectFolder.find().resolve("infra/end-to-end/target/stack");
    private final Path output = data.resolveSibling("stack.log");
    private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
    private @Nullable Process launcher;

    private RunningStack() {
        for (var port : Port.values()) {
            ports.put(port, Ports.free());
        }
    }

    static RunningStack start() {
        var stack = new RunningStack();
        try {
            stack.launch("--fresh");
            return stack;
        } catch (ConditionTimeoutException | TerminalFailureException notUp) {
            stack.close();
            throw notUp;
        }
    }

    Addresses addresses() {
        return new Addresses(url(Port.COMMAND), url(Port.QUERY), url(Port.WECHAT));
    }

    String url(Port port) {
        return "http://127.0.0.1:" + ports.get(port);
    }

    String kafka() {
        return "127.0.0.1:" + ports.get(Port.KAFKA);
    }

    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.get(Port.POSTGRES), name),
                "postgres",
                "");
    }

    Path staffKey() {
        return data.resolve("keys/staff-private.pem");
    }

    String staffPassword() throws IOException {
        return Files.readString(data.resolve("keys/staff-password")).strip();
    }

    /** kill -9, as the kernel or an impatient person does it. */
    ProcessHandle kill(String part) throws IOException {
        var process = process(part);
        process.destroyForcibly();
        process.onExit().join();
        return process;
    }

    /** The launcher itself dies without a word, and somebody types ./run again. */
    void killAndRunAgain() {
        var process = launcher;
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        launch();
    }

    ProcessHandle process(String part) throws IOException {
        var file =
                part.equals("postgresql-server")
                        ? data.resolve("postgres/postmaster.pid")
                        : data.resolve("processes").resolve(part + ".pid");
        try (var lines = Files.lines(file)) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow(() -> new IllegalStateException(part + " does not run"));
        }
    }

    private void launch(String... words) {
        try {
            Files.createDirectories(output.getParent());
            Files.deleteIfExists(output);
            var builder = new ProcessBuilder(command(words));
            builder.directory(ProjectFolder.find().toFile());
            ports.forEach((port, number) ->
                    builder.environment()
                            .put("QINGDAN_" + port + "_PORT", Integer.toString(number)));
            builder.environment().put("QINGDAN_DATA", data.toString());
            builder.environment().put("QINGDAN_START_UP_CACHES", "off");
            builder.environment().put("QINGDAN_PAYMENT_WINDOW", "PT20S");
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            var process = builder.start();
            launcher = process;
            await().atMost(TO_START)
                    .failFast("The stack did not start: see " + output, () -> !process.isAlive())
                    .until(() -> Files.readString(output).contains(ALL_IS_UP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String... words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.qingdan.infra.stack.launch.Launcher"));
        command.addAll(List.of(words));
        return command;
    }

    @Override
    public void close() {
        var process = launcher;
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }
}
