package dev.qingdan.infra.e2e;

import dev.qingdan.infra.stack.launch.Program;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One command-side from the built jar, which can be killed and started again. */
final class CommandSideProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);

    /** A life is too short for the second compiler. */
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final String name;
    private final Program program;
    private final Map<String, String> environment;
    private final Path log;
    private final int port = Ports.free();
    private @Nullable ChildJvm process;

    /** The name is the one by which the database knows it. */
    CommandSideProcess(String name, Program program, Map<String, String> environment, Path folder) {
        this.name = name;
        this.program = program;
        this.log = folder.resolve(name + ".log");
        this.environment = new HashMap<>(environment);
        this.environment.put("SERVER_ADDRESS", "127.0.0.1");
        this.environment.put("SERVER_PORT", Integer.toString(port));
        this.environment.put("SPRING_DATASOURCE_USERNAME", name);
        this.environment.put("QINGDAN_PUBLIC_URL", url());
    }

    String name() {
        return name;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns once it serves. */
    void start() {
        var command =
                new JvmCommand(
                        "command-side " + name,
                        FLAGS,
                        program.classPath(),
                        program.mainClass(),
                        List.of(),
                        environment);
        var started = ChildJvm.start(command, log);
        process = started;
        started.awaitReady(this::isHealthy, TO_START);
    }

    /** kill -9. */
    void kill() {
        var victim = process;
        if (victim != null) {
            victim.kill();
            victim.exit().join();
        }
    }

    private boolean isHealthy() {
        try {
            var address = URI.create(url() + "/actuator/health").toURL();
            return ((HttpURLConnection) address.openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.close();
        }
    }
}
