package dev.qingdan.infra.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    private Path log;

    @BeforeEach
    void in_a_folder_of_its_own(@TempDir Path folder) {
        log = folder.resolve("some.log");
    }

    @Test
    void shows_the_last_lines() throws IOException {
        Files.writeString(log, "one\ntwo\nthree\n");

        assertThat(LogTail.of(log, 2)).containsExactly("two", "three");
    }

    @Test
    void a_cause_is_not_buried_under_its_stack() throws IOException {
        Files.writeString(
                log,
                """
                java.io.IOException: the cause
                \tat dev.qingdan.Some.method(Some.java:1)
                \tat dev.qingdan.Some.other(Some.java:2)
                \t... 12 more

                """);

        assertThat(LogTail.of(log, 2)).containsExactly("java.io.IOException: the cause");
    }

    @Test
    void a_large_log_is_read_from_its_end_only() throws IOException {
        Files.writeString(log, "x".repeat(10_000_000) + "\nlast\n");

        assertThat(LogTail.of(log, 1)).containsExactly("last");
    }

    @Test
    void a_missing_log_is_said_to_be_missing() {
        assertThat(LogTail.of(log, 1).getFirst()).contains("not readable").contains("some.log");
    }
}
