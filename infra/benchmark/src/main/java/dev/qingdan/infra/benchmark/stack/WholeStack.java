package dev.qingdan.infra.benchmark.stack;

import dev.qingdan.infra.stack.Folders;
import dev.qingdan.infra.stack.ProjectFolder;
import dev.qingdan.infra.stack.launch.Health;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Ports;
import dev.qingdan.infra.traffic.api.Addresses;
import dev.qingdan.infra.traffic.staff.StaffTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The product as {@code ./run} starts it, on free ports and on data of its own, kept while it runs.
 */
public final class WholeStack implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    /** As in {@code ./run}. */
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=off");

    private static final String LAUNCHER = "dev.qingdan.infra.stack.launch.Launcher";

    /** Orders of one run must not begin to expire in the next one. */
    private static final String PAYMENT_WINDOW = "P1D";

    private final Path data;
    private final Map<String, Integer> ports = new HashMap<>();
    private final ChildJvm launcher;

    /**
     * @param words for the launcher
     * @param caches whether programs without a start-up cache get one in the background
     */
    public WholeStack(Path data, boolean caches, String... words) {
        this.data = data.toAbsolutePath();
        var environment = new HashMap<String, String>();
        for (var name : List.of("COMMAND", "QUERY", "CONSOLE", "WECHAT", "KAFKA", "POSTGRES")) {
            ports.put(name, Ports.free());
            environment.put("QINGDAN_" + name + "_PORT", ports.get(name).toString());
        }
        environment.put("QINGDAN_DATA", this.data.toString());
        environment.put("QINGDAN_START_UP_CACHES", caches ? "on" : "off");
        environment.put("QINGDAN_PAYMENT_WINDOW", PAYMENT_WINDOW);
        var libraries = ProjectFolder.find().resolve("infra/local-stack/target");
        var command =
                new JvmCommand(
                        "launcher",
                        FLAGS,
                        "%1$s/local-stack.jar:%1$s/lib/*".formatted(libraries),
                        LAUNCHER,
                        List.of(words),
                        environment);
        launcher = ChildJvm.start(command, this.data.resolveSibling("launcher.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        launcher.awaitReady(this::ready, READY_WITHIN);
    }

    private boolean ready() {
        return Health.isGood(healthOf(Part.COMMAND_SIDE))
                && Health.isGood(addresses().query() + "/api/v1/shops")
                && Health.isGood(healthOf(Part.ADMIN_CONSOLE))
                && Files.exists(data.resolve("demo-shop"));
    }

    public Addresses addresses() {
        return new Addresses(url("COMMAND"), url("QUERY"), url("WECHAT"));
    }

    /** Where an application says that it is well. */
    public String healthOf(Part application) {
        return switch (application) {
            case COMMAND_SIDE -> url("COMMAND") + "/actuator/health";
            case QUERY_SIDE -> url("QUERY") + "/actuator/health";
            case ADMIN_CONSOLE -> url("CONSOLE") + "/actuator/health";
            case WECHAT, KAFKA, POSTGRESQL ->
                    throw new IllegalArgumentException(application + " is no application of ours");
        };
    }

    public StaffTokens staff() {
        return new StaffTokens(data.resolve("keys/staff-private.pem"));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.get("KAFKA");
    }

    public int postgresPort() {
        return ports.getOrDefault("POSTGRES", 0);
    }

    public String database(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(postgresPort(), name);
    }

    /** 0 while its keeper is just writing it down. */
    public long pid(Part part) {
        var file =
                part == Part.POSTGRESQL
                        ? data.resolve("postgres/postmaster.pid")
                        : data.resolve("processes/" + part.label() + ".pid");
        try {
            return Files.readAllLines(file).stream().findFirst().map(Long::parseLong).orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(part.label() + " does not run", e);
        }
    }

    /** Microseconds of CPU that each part has used since it started. */
    public Usage cpu() {
        return Usage.each(part ->
                part == Part.POSTGRESQL
                        ? Processes.cpuOfTree(pid(part))
                        : Processes.cpu(pid(part)));
    }

    /** Bytes that each part has resident. */
    public Usage memory() {
        return Usage.each(part ->
                part == Part.POSTGRESQL
                        ? Processes.memoryOfTree(pid(part))
                        : Processes.memory(pid(part)));
    }

    private String url(String name) {
        return "http://127.0.0.1:" + ports.get(name);
    }

    /** Orders by the million are gigabytes, of which nobody asks again; what was logged stays. */
    @Override
    public synchronized void close() {
        launcher.close();
        try {
            for (var part : List.of("postgres", "kafka", "demo-shop")) {
                Folders.delete(data.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What is left is in " + data, e);
        }
    }
}
