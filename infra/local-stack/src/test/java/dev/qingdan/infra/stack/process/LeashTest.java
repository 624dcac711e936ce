package dev.qingdan.infra.stack.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;

    /** Waits for ever. */
    static final class Waiting {
        public static void main(String[] arguments) throws InterruptedException, IOException {
            Files.writeString(Path.of(arguments[0]), "" + ProcessHandle.current().pid());
            new CountDownLatch(1).await();
        }
    }

    /** Starts another that waits for ever. */
    static final class Parent {
        public static void main(String[] arguments) {
            var child = ChildJvm.start(command(Waiting.class, arguments[0]), Path.of(arguments[1]));
            child.exit().join();
        }
    }

    /** Ends at once. */
    static final class Failing {
        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                throw new IllegalStateException("cannot " + arguments[0]);
            }
        }
    }

    @Test
    void a_child_ends_when_its_parent_is_killed() {
        var pid = folder.resolve("pid");
        var command = command(Parent.class, pid.toString(), folder.resolve("child.log").toString());
        try (var parent = ChildJvm.start(command, folder.resolve("parent.log"))) {
            parent.awaitReady(() -> isWritten(pid), SOON);
            var child = ProcessHandle.of(Long.parseLong(read(pid))).orElseThrow();

            parent.kill();

            assertThat(child.onExit()).succeedsWithin(SOON);
        }
    }

    @Test
    void a_child_is_deaf_to_the_keys_of_the_terminal_and_obeys_its_parent() throws Exception {
        var pid = folder.resolve("pid");
        var command = command(Waiting.class, pid.toString());
        try (var child = ChildJvm.start(command, folder.resolve("child.log"))) {
            child.awaitReady(() -> isWritten(pid), SOON);

            assertThat(signal("INT", child)).isZero();
            assertThat(signal("HUP", child)).isZero();
            await().during(Duration.ofMillis(500)).until(() -> !child.exit().isDone());

            child.close();
            assertThat(child.exit()).succeedsWithin(1, SECONDS);
        }
    }

    @Test
    void a_child_that_crashes_says_why_beside_its_log() throws Exception {
        var pid = folder.resolve("pid");
        var command = command(Waiting.class, pid.toString());
        try (var child = ChildJvm.start(command, folder.resolve("child.log"))) {
            child.awaitReady(() -> isWritten(pid), SOON);

            assertThat(signal("SEGV", child)).isZero();

            assertThat(child.exit()).succeedsWithin(SOON);
            assertThat(folder.resolve("child-crash-" + read(pid) + ".log")).isNotEmptyFile();
        }
    }

    @Test
    void the_failure_of_a_child_is_told_with_the_end_of_its_log() {
        try (var child = ChildJvm.start(command(Failing.class, "fly"), folder.resolve("log"))) {
            assertThatThrownBy(() -> child.awaitReady(() -> false, SOON))
                    .isInstanceOf(ChildFailed.class)
                    .hasMessageContaining("Failing ended with code 1")
                    .hasMessageContaining(folder.resolve("log").toString())
                    .hasMessageContaining("cannot fly");
        }
    }

    private static int signal(String name, ChildJvm child) throws Exception {
        var pid = Long.toString(child.handle().pid());
        return new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    }

    private static JvmCommand command(Class<?> main, String... arguments) {
        return new JvmCommand(
                main.getSimpleName(),
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
                System.getProperty("java.class.path"),
                main.getName(),
                List.of(arguments),
                Map.of());
    }

    private static boolean isWritten(Path file) {
        return Files.exists(file) && !read(file).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
