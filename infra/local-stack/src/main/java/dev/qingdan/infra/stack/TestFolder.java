package dev.qingdan.infra.stack;

import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A temporary folder with one child in it; both are gone when this JVM is. */
record TestFolder(Path path) {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    static TestFolder create(String name) {
        try {
            return new TestFolder(Files.createTempDirectory("qingdan-" + name + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    void run(JvmCommand command, BooleanSupplier ready) {
        var child = ChildJvm.start(command, path.resolve("log"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child)));
        child.awaitReady(ready, READY_WITHIN);
    }

    private void end(ChildJvm child) {
        child.close();
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + path, e);
        }
    }
}
