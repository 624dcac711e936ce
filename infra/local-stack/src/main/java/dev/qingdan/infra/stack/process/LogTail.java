package dev.qingdan.infra.stack.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log that say something: stack frames are for whoever opens the file. */
public final class LogTail {

    private static final int MOST_BYTES = 64 * 1024;

    private LogTail() {}

    public static List<String> of(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(file.length(), MOST_BYTES)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            var all = new String(bytes, UTF_8).lines().filter(LogTail::saysSomething).toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(not readable: " + e.getMessage() + ")");
        }
    }

    private static boolean saysSomething(String line) {
        return !line.isBlank() && !line.matches("\\s+(at |\\.\\.\\. \\d+ ).*");
    }
}
