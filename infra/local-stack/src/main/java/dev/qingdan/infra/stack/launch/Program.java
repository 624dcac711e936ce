package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program ready to run: where it is installed, with the cache that lets it start quickly. */
public record Program(Path folder, String classPath, String mainClass) {

    Path startUpCache() {
        return folder.resolve("start-up.aot");
    }

    boolean isCached() {
        return Files.exists(startUpCache());
    }

    /** A cache that does not fit is ignored by the JVM, so this never does harm. */
    JvmCommand cached(JvmCommand command) {
        return isCached() ? command.withFlags("-XX:AOTCache=" + startUpCache()) : command;
    }

    /** Runs as ever, and writes down at its end what was needed to start. */
    JvmCommand recording(JvmCommand command) {
        return command.withFlags("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded())
                .inTheBackground();
    }

    /**
     * Makes a cache of what was recorded, and runs nothing. Only G1 can put objects into a cache,
     * and every collector can take them out.
     */
    JvmCommand making(Path cache, JvmCommand command) {
        return command.withFlags(
                        "-XX:-UseSerialGC",
                        "-XX:+UseG1GC",
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recorded(),
                        "-XX:AOTCache=" + cache)
                .inTheBackground();
    }

    /**
     * For {@code java @java.args} in a copy of this folder, wherever that lies: a cache cares for
     * the class path only as seen from there.
     */
    void writeArguments(JvmCommand command) throws IOException {
        var words = new ArrayList<>(command.flags());
        words.add("-XX:AOTCache=" + folder.relativize(startUpCache()));
        words.addAll(List.of("-cp", classPath.replace(folder + File.separator, ""), mainClass));
        Files.write(folder.resolve("java.args"), words);
    }

    Path recorded() {
        return folder.resolve("start-up.recorded");
    }
}
