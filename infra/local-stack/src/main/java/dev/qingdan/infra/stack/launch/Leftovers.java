package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends what a launcher that was killed left behind. Mostly that is ending by itself already,
 * because a child sees its parent die; this waits for it, and helps where nothing moves.
 */
final class Leftovers {

    private static final Duration BY_ITSELF = Duration.ofSeconds(5);
    private static final Duration WHEN_ASKED = Duration.ofSeconds(30);
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private Leftovers() {}

    static void end(DataFolder data, Terminal terminal) {
        for (var file : pidFiles(data.processes())) {
            file.find().ifPresent(process -> end(process, name(file), terminal));
            file.remove();
        }
        postmaster(data.postgres()).ifPresent(it -> end(it, "PostgreSQL's server", terminal));
    }

    private static void end(ProcessHandle process, String name, Terminal terminal) {
        terminal.warn(
                name,
                "of an earlier run is there (process %d); ending it".formatted(process.pid()));
        if (!endsWithin(process, BY_ITSELF)) {
            process.destroy();
            if (!endsWithin(process, WHEN_ASKED)) {
                process.destroyForcibly();
                endsWithin(process, WHEN_ASKED);
            }
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        }
    }

    /** PostgreSQL keeps a pid file of its own, with the second of its start in the third line. */
    private static Optional<ProcessHandle> postmaster(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            var start = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> startedAbout(process, start));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException noServer) {
            return Optional.empty();
        }
    }

    private static boolean startedAbout(ProcessHandle process, Instant time) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, time).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    private static List<PidFile> pidFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(PidFile::new).toList();
        } catch (IOException e) {
            throw new Problem("Cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String name(PidFile file) {
        return file.file().getFileName().toString().replace(".pid", "");
    }
}
