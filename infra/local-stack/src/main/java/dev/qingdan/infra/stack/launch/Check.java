package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./run --check}: runs the audit of store against views on a stack that runs already. */
final class Check {

    private static final String AUDIT = "dev.qingdan.infra.traffic.audit.AuditMain";

    private Check() {}

    /** The exit code: 0 when nothing differs. */
    static int run(Settings settings, DataFolder data, Path project) throws IOException {
        var port = settings.port(Port.POSTGRES);
        if (!Ports.isOpen(port)) {
            throw new Problem(
                    "Nothing answers on port %d: start ./run first, and check from a second terminal."
                            .formatted(port));
        }
        var server = "jdbc:postgresql://127.0.0.1:%d/".formatted(port);
        var jar = project.resolve("infra/traffic/target/traffic.jar");
        var command =
                List.of(
                        JvmCommand.java(),
                        "-cp",
                        jar.toString(),
                        AUDIT,
                        "--command-db",
                        server + "command",
                        "--query-db",
                        server + "query",
                        "--journal",
                        data.trafficJournal().toString());
        return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    }
}
