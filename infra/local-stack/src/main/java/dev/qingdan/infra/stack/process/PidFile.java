package dev.qingdan.infra.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across our own death. Pids are used again, so the file also holds the time of
 * start and the program: only a process that agrees in all three is taken for the one we started.
 */
public record PidFile(Path file) {

    /** The start is computed from the time of boot, which differs a little from look to look. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    public void write(ProcessHandle process, String program) {
        var start = process.info().startInstant().orElse(Instant.EPOCH);
        var text = "%d%n%s%n%s%n".formatted(process.pid(), start, program);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    /** The process of this file, if it still runs. */
    public Optional<ProcessHandle> find() {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() < 3) {
                return Optional.empty();
            }
            var start = Instant.parse(lines.get(1));
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(process -> startedAt(process, start))
                    .filter(process -> runs(process, lines.get(2)));
        } catch (IOException | IllegalArgumentException | DateTimeException noUse) {
            return Optional.empty();
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + file, e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant time) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, time).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    private static boolean runs(ProcessHandle process, String program) {
        return process.info().command().orElse("").equals(program);
    }
}
