package dev.qingdan.infra.stack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/**
 * Installs a built jar in a folder named after its content: unpacked, because that starts faster,
 * and out of the way of the next build, which may replace the jar while the program runs.
 */
record Programs(Path cache) {

    private static final String LEASH = "leash.jar";
    private static final String BOOT = "Start-Class";

    Program install(String name, Path jar) {
        if (!Files.exists(jar)) {
            throw new Problem(jar + " is missing: ./run builds it, unless the build failed.");
        }
        try {
            var folder = cache.resolve(name + "-" + Checksum.of(List.of(jar, Leash.place())));
            if (!Files.exists(folder)) {
                removeOlder(name);
                unpack(jar, folder);
            }
            return installed(name, folder, folder.resolve(jar.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install " + jar + " in " + cache, e);
        }
    }

    private static Program installed(String name, Path folder, Path jar) throws IOException {
        var mainClass = manifest(jar).getValue(Attributes.Name.MAIN_CLASS);
        return new Program(
                name, folder, folder.resolve(LEASH) + File.pathSeparator + jar, mainClass);
    }

    /** The folder gets its name last, so that a folder with the right name is complete. */
    private static void unpack(Path jar, Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        if (manifest(jar).getValue(BOOT) != null) {
            extract(jar, unfinished);
        } else {
            Folders.copy(jar, unfinished.resolve(jar.getFileName()));
            Folders.copy(jar.resolveSibling("lib"), unfinished.resolve("lib"));
        }
        Folders.copy(Leash.place(), unfinished.resolve(LEASH));
        Files.move(unfinished, folder);
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
