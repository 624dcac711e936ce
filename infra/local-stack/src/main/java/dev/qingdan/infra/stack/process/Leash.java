package dev.qingdan.infra.stack.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Runs another main class and ends the process once standard input ends. That input is a pipe which
 * only the parent holds, so the kernel itself lets the child know, even after a kill -9.
 */
public final class Leash {

    private static final Executor AFTER_THE_LAST_WAIT =
            CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS);

    private Leash() {}

    public static void main(String[] arguments) throws Throwable {
        Thread.ofPlatform().name("leash").daemon().start(Leash::endWithParent);
        var main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Where this class is found: what a child's class path needs besides its own libraries. */
    public static Path place() {
        try {
            var source = Leash.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path has an address that is no file", e);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody speaks to a child this way: only the end of the input counts.
            }
        } catch (IOException brokenPipe) {
            // A broken pipe says the same as a closed one.
        }
        AFTER_THE_LAST_WAIT.execute(() -> Runtime.getRuntime().halt(1));
        System.exit(0);
    }
}
