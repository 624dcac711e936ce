package dev.qingdan.infra.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whole folders. */
public final class Folders {

    private Folders() {}

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (var path : all(folder).reversed()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Copies a file, or a folder with all that is in it. */
    public static void copy(Path from, Path to) throws IOException {
        for (var path : all(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
