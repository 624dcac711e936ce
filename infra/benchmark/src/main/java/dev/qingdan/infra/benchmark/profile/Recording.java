package dev.qingdan.infra.benchmark.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Flight Recorder in a process that runs already. */
public final class Recording {

    private static final String NAME = "benchmark";

    private final long pid;
    private final Path file;

    private Recording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    public static Recording start(long pid, Path file) throws InterruptedException {
        jcmd(pid, "JFR.start", "name=" + NAME, "settings=profile");
        return new Recording(pid, file);
    }

    /** Ends it, and reads what it has seen. */
    public Profile stop() throws InterruptedException {
        jcmd(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        return Profile.of(file);
    }

    private static void jcmd(long pid, String... words) throws InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = new ArrayList<>(List.of(jcmd, Long.toString(pid)));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("jcmd failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd could not be run", e);
        }
    }
}
