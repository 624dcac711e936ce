package dev.qingdan.infra.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A running child. Its output goes to a log file; it stops when told, or when we are gone. */
public final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final String name;
    private final Path log;
    private final Process process;

    private ChildJvm(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    public static ChildJvm start(JvmCommand command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command.withFlags(lastWords(log)).line());
            builder.environment().putAll(command.environment());
            builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
            return new ChildJvm(command.name(), log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + command.name(), e);
        }
    }

    /** Where a JVM that crashes says why: else it does so in the folder that we were started in. */
    private static String lastWords(Path log) {
        var name = log.getFileName().toString().replaceFirst("\\.log$", "");
        return "-XX:ErrorFile=" + log.toAbsolutePath().resolveSibling(name + "-crash-%p.log");
    }

    /** Returns once the child is ready; fails as soon as it has died, or when the time is over. */
    public void awaitReady(BooleanSupplier ready, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (waitForEnd(BETWEEN_LOOKS)) {
                throw new ChildFailed(name, "ended with code " + process.exitValue(), log);
            }
            if (System.nanoTime() > end) {
                throw new ChildFailed(
                        name, "was not ready after " + atMost.toSeconds() + " s", log);
            }
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public void close() {
        process.destroy();
        if (!waitForEnd(PATIENCE)) {
            process.destroyForcibly();
            waitForEnd(PATIENCE);
        }
    }

    /** Without a last word; for what leaves nothing behind. */
    public void kill() {
        process.destroyForcibly();
    }

    private boolean waitForEnd(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
        }
    }
}
