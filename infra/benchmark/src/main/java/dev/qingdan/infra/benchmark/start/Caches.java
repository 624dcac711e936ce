package dev.qingdan.infra.benchmark.start;

import dev.qingdan.infra.benchmark.stack.Part;
import dev.qingdan.infra.stack.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;

/** The start-up caches that the launcher makes in the background, one beside each program. */
final class Caches {

    private static final String PROGRAMS = "infra/local-stack/target/programs";
    private static final String CACHE = "start-up.aot";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private Caches() {}

    static void await() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!areComplete()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No start-up caches after " + PATIENCE);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean areComplete() {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.POSTGRESQL)
                .allMatch(Caches::isCached);
    }

    private static boolean isCached(Part part) {
        try (var programs = Files.list(ProjectFolder.find().resolve(PROGRAMS))) {
            return programs.filter(
                            program -> program.getFileName().toString().startsWith(part.label()))
                    .anyMatch(program -> Files.exists(program.resolve(CACHE)));
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is installed", e);
        }
    }
}
