package dev.qingdan.infra.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
        var server = PostgresFiles.unpacked(binaries, () -> start(data, port, binaries));
        var postmaster = postmaster(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, postmaster)));
        postmaster.onExit().join();
        System.exit(1);
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
                .setOutputRedirector(Redirect.INHERIT)
                .setErrorRedirector(Redirect.INHERIT)
                .start();
    }

    static ProcessHandle postmaster(Path data) throws IOException {
        var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void stop(EmbeddedPostgres server, ProcessHandle postmaster) {
        try {
            server.close();
        } catch (IOException e) {
            System.Logger log = System.getLogger(PostgresServer.class.getName());
            log.log(System.Logger.Level.WARNING, "PostgreSQL did not stop in time", e);
        }
        postmaster.onExit().join();
    }
}
