package dev.qingdan.infra.stack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the person who typed {@code ./run} sees. At a terminal the last line shows what is still
 * awaited; in a file there are only whole lines.
 */
final class Terminal implements AutoCloseable {

    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean live;
    private final Set<String> awaited = new LinkedHashSet<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private long turns;

    private Terminal(OutputStream out, boolean live) {
        this.out = new PrintStream(out, true, UTF_8);
        this.live = live;
        if (live) {
            var ignored = clock.scheduleAtFixedRate(this::turn, 100, 100, TimeUnit.MILLISECONDS);
        }
    }

    static Terminal standardOutput() {
        return new Terminal(new FileOutputStream(FileDescriptor.out), isTerminal());
    }

    static Terminal silent() {
        return new Terminal(OutputStream.nullOutputStream(), false);
    }

    synchronized void say(String text) {
        clear();
        out.println(text);
    }

    synchronized void await(String label) {
        awaited.add(label);
    }

    synchronized void ready(String label, String address, Duration time) {
        awaited.remove(label);
        var seconds = "%5.1f s".formatted(time.toMillis() / 1000.0);
        say("  %s %-18s %-24s %s".formatted(good("✓"), label, address, seconds));
    }

    synchronized void stopped(String label) {
        awaited.remove(label);
        say("  %s %s stopped".formatted(good("✓"), label));
    }

    synchronized void warn(String label, String what) {
        awaited.remove(label);
        say("  %s %s %s".formatted(bad("!"), label, what));
    }

    synchronized void trouble(String text) {
        awaited.clear();
        say(bad("✗") + " " + text);
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        clear();
    }

    private synchronized void turn() {
        if (!awaited.isEmpty()) {
            var picture = SPINNER.charAt((int) (turns++ % SPINNER.length()));
            out.print("%s  %s %s".formatted(CLEAR_LINE, picture, String.join(", ", awaited)));
            out.flush();
        }
    }

    private void clear() {
        if (live) {
            out.print(CLEAR_LINE);
        }
    }

    private String good(String text) {
        return live ? "\033[32m" + text + "\033[0m" : text;
    }

    private String bad(String text) {
        return live ? "\033[31m" + text + "\033[0m" : text;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && !"dumb".equals(System.getenv("TERM"));
    }
}
