package dev.qingdan.infra.traffic.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON lines, each written before the buyer goes on. */
public final class Journal {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    public Journal(Path file) {
        this.file = file.toAbsolutePath();
        try {
            Files.createDirectories(this.file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(Entry entry) {
        try {
            Files.writeString(
                    file,
                    JSON.writerFor(Entry.class).writeValueAsString(entry) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All entries of a journal; a last line that a crash cut off does not count. */
    public static List<Entry> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.flatMap(Journal::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Entry> entry(String line) {
        try {
            return Stream.of(JSON.readValue(line, Entry.class));
        } catch (JacksonException cutOff) {
            return Stream.empty();
        }
    }
}
