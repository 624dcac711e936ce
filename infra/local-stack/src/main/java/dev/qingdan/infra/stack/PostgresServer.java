package dev.qingdan.infra.stack;

import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.PidFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * The main class of the child process that keeps one PostgreSQL server: it ends when the server
 * dies, and the server ends with it. After a kill -9 the next keeper adopts the server it finds.
 */
final class PostgresServer {

    private static final Duration CRASH_RECOVERY = Duration.ofMinutes(2);

    private PostgresServer() {}

    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        var port = Integer.parseInt(arguments[1]);
        var binaries = Path.of(arguments[2]);
        var started = new CompletableFuture<EmbeddedPostgres>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, data)));
        try {
            started.complete(PostgresFiles.unpacked(binaries, () -> start(data, port, binaries)));
        } finally {
            started.cancel(false);
        }
        keeper(data).write(ProcessHandle.current(), JvmCommand.java());
        postmaster(data).ifPresent(it -> it.onExit().join());
        System.exit(1);
    }

    /**
     * Names the process that keeps the server of this folder: without one, nobody would stop it.
     */
    static PidFile keeper(Path data) {
        return new PidFile(data.resolve("keeper.pid"));
    }

    /** The library would trade durability for speed; what we run is to behave as in production. */
    private static EmbeddedPostgres start(Path data, int port, Path binaries) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(CRASH_RECOVERY)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // Its own defaults are those of a machine with 1 GB, on which all indexes of a busy
                // shop would be written out and read back again and again
                .setServerConfig("shared_buffers", "512MB")
                // After each checkpoint pages go into the log whole, and under full load one came
                // every 15 s; but segments of the log that are written anew cost more than those
                // that are used again, on a virtual machine even much more
                .setServerConfig("max_wal_size", "2GB")
                // All commits wait while a new segment of the log is filled with zeros: 50 ms each
                .setServerConfig("wal_init_zero", "off")
                .setServerConfig("checkpoint_timeout", "15min")
                .setOutputRedirector(Redirect.INHERIT)
                .setErrorRedirector(Redirect.INHERIT)
                .start();
    }

    static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid));
    }

    /**
     * Also called while the server is only starting: then what is started is stopped right after.
     */
    private static void stop(CompletableFuture<EmbeddedPostgres> started, Path data) {
        try {
            var server = started.join();
            var postmaster = postmaster(data);
            if (postmaster.isPresent()) {
                server.close();
                postmaster.get().onExit().join();
            }
        } catch (CancellationException | IOException noServer) {
            keeper(data).remove();
        }
    }
}
