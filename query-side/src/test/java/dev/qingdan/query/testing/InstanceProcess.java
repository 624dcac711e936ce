package dev.qingdan.query.testing;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.query.QueryApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An instance in a process of its own, which can be killed as a machine that loses its power. */
public final class InstanceProcess implements AutoCloseable {

    private final Process process;

    private InstanceProcess(Process process) {
        this.process = process;
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
        try {
            return new InstanceProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("No process could be started", e);
        }
    }

    /** At once, in the middle of whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
