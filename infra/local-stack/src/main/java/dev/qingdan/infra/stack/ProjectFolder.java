package dev.qingdan.infra.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The top folder of the project, from wherever in it we were started. */
public final class ProjectFolder {

    private static final Path LANDMARK = Path.of("infra", "kafka-broker");

    private ProjectFolder() {}

    public static Path find() {
        return above(Path.of(System.getProperty("user.dir")).toAbsolutePath());
    }

    static Path above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(LANDMARK))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "No folder with %s at or above %s: start inside the project"
                        .formatted(LANDMARK, start));
    }
}
