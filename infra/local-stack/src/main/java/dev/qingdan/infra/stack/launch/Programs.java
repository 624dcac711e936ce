package dev.qingdan.infra.stack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.jar.Attributes.Name.MAIN_CLASS;

import dev.qingdan.infra.stack.Folders;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Leash;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Installs a built jar in a folder named after its content: unpacked, because that starts faster,
 * and out of the way of the next build, which may replace the jar while the program runs.
 */
public record Programs(Path cache) {

    private static final String LEASH = "leash.jar";
    private static final String BOOT = "Start-Class";

    /**
     * A jar that is run by its manifest: an application of Spring Boot's, or one with lib beside
     * it.
     */
    public Program install(String name, Path jar) {
        if (!Files.exists(jar)) {
            throw new Problem(jar + " is missing: ./run builds it, unless the build failed.");
        }
        try {
            var folder = folder(name, List.of(jar), it -> unpack(jar, it));
            var installed = folder.resolve(jar.getFileName());
            return program(folder, installed, manifest(installed).getValue(MAIN_CLASS));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install " + jar + " in " + cache, e);
        }
    }

    /** A main class of ours on the libraries of somebody else. */
    Program install(String name, Path libraries, String mainClass) {
        try (var jars = Files.list(libraries)) {
            var folder =
                    folder(
                            name,
                            jars.sorted().toList(),
                            it -> Folders.copy(libraries, it.resolve("lib")));
            return program(folder, folder.resolve("lib").resolve("*"), mainClass);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install " + libraries + " in " + cache, e);
        }
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /** The folder gets its name last, so that a folder with the right name is complete. */
    private Path folder(String name, List<Path> content, Unpacking unpacking) throws IOException {
        var all = Stream.concat(content.stream(), Stream.of(Leash.place())).toList();
        var folder = cache.resolve(name + "-" + Checksum.of(all));
        if (!Files.exists(folder)) {
            removeOlder(name);
            var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
            Files.createDirectories(unfinished);
            unpacking.into(unfinished);
            Folders.copy(Leash.place(), unfinished.resolve(LEASH));
            Files.move(unfinished, folder);
        }
        return folder;
    }

    private static Program program(Path folder, Path classPath, String mainClass) {
        var whole = folder.resolve(LEASH) + File.pathSeparator + classPath;
        return new Program(folder, whole, mainClass);
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        if (manifest(jar).getValue(BOOT) != null) {
            extract(jar, folder);
        } else {
            Folders.copy(jar, folder.resolve(jar.getFileName()));
            Folders.copy(jar.resolveSibling("lib"), folder.resolve("lib"));
        }
    }

    private static void extract(Path jar, Path folder) throws IOException {
        var command =
                List.of(
                        JvmCommand.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("Could not unpack " + jar + ": " + output);
        }
    }

    private void removeOlder(String name) throws IOException {
        Files.createDirectories(cache);
        try (var folders = Files.list(cache)) {
            for (var old : folders.filter(it -> isOf(name, it)).toList()) {
                Folders.delete(old);
            }
        }
    }

    private static boolean isOf(String name, Path folder) {
        return folder.getFileName().toString().matches(name + "-[0-9a-f]{16}(\\.new)?");
    }

    private static Attributes manifest(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }
}
