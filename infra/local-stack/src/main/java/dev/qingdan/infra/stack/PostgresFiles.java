package dev.qingdan.infra.stack;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's program files, unpacked by one process at a time. */
final class PostgresFiles {

    private static final String COMPLETE = ".exists";

    private PostgresFiles() {}

    interface Start {
        EmbeddedPostgres run() throws IOException;
    }

    /** Starts a server; the library cannot go on where an earlier unpacking was cut short. */
    static EmbeddedPostgres unpacked(Path binaries, Start start) throws IOException {
        Files.createDirectories(binaries);
        try (var file = FileChannel.open(binaries.resolve("lock"), CREATE, WRITE);
                var lock = file.lock()) {
            for (var folder : foldersIn(binaries)) {
                if (!Files.exists(folder.resolve(COMPLETE))) {
                    Folders.delete(folder);
                }
            }
            return start.run();
        }
    }

    private static List<Path> foldersIn(Path binaries) throws IOException {
        try (var paths = Files.list(binaries)) {
            return paths.filter(Files::isDirectory).toList();
        }
    }
}
