package dev.qingdan.infra.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    private static final ProcessHandle US = ProcessHandle.current();

    private PidFile file;

    @BeforeEach
    void in_a_folder_of_its_own(@TempDir Path folder) {
        file = new PidFile(folder.resolve("made/us.pid"));
    }

    @Test
    void finds_the_process_that_was_written() {
        file.write(US, JvmCommand.java());

        assertThat(file.find()).contains(US);
    }

    @Test
    void a_pid_that_was_given_to_another_program_is_not_ours() {
        file.write(US, "/usr/bin/cat");

        assertThat(file.find()).isEmpty();
    }

    @Test
    void a_pid_that_was_given_to_a_later_process_is_not_ours() throws IOException {
        var start = US.info().startInstant().orElseThrow();
        write(US.pid() + "\n" + start.minusSeconds(60) + "\n" + JvmCommand.java() + "\n");

        assertThat(file.find()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_found() throws IOException {
        var process = new ProcessBuilder("true").start();
        file.write(process.toHandle(), "true");
        process.onExit().join();

        assertThat(file.find()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1\n", "x\ny\nz\n", "1\nyesterday\n/sbin/init\n"})
    void a_file_that_was_cut_short_or_spoilt_names_nobody(String content) throws IOException {
        write(content);

        assertThat(file.find()).isEmpty();
    }

    @Test
    void after_its_removal_there_is_nobody() {
        file.write(US, JvmCommand.java());
        file.remove();

        assertThat(file.find()).isEmpty();
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file.file().getParent());
        Files.writeString(file.file(), content);
    }
}
