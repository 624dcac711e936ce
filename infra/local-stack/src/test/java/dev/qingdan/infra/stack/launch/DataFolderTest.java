package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.PidFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private DataFolder data;

    @BeforeEach
    void in_a_folder_that_somebody_also_uses_otherwise(@TempDir Path folder) throws IOException {
        data = new DataFolder(folder.resolve("data"));
        data.create();
        Files.writeString(data.root().resolve("thesis.tex"), "precious");
    }

    @Test
    void a_fresh_start_forgets_our_state_and_nothing_else() throws IOException {
        Files.createDirectories(data.postgres());
        Files.writeString(data.postgres().resolve("PG_VERSION"), "18");
        Files.createFile(data.demoShop());

        data.wipe();

        assertThat(data.postgres()).doesNotExist();
        assertThat(data.demoShop()).doesNotExist();
        assertThat(data.root().resolve("thesis.tex")).hasContent("precious");
    }

    @Test
    void each_run_has_new_logs_and_keeps_those_before() throws IOException {
        Files.writeString(data.log("kafka"), "earlier");

        data.startNewLogs();

        assertThat(data.log("kafka")).doesNotExist();
        assertThat(data.logs().resolve("kafka.log.1")).hasContent("earlier");
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_with_the_variable() throws IOException {
        var file = Files.createFile(data.root().resolve("file"));

        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).create())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("QINGDAN_DATA");
    }

    @Test
    void the_lock_names_its_holder() throws IOException {
        try (FileChannel held = OnlyOne.lock(data.lock())) {
            assertThat(held.isOpen()).isTrue();
            assertThat(data.lock()).hasContent("" + ProcessHandle.current().pid());
        }
    }

    @Test
    void what_an_earlier_run_left_is_ended() throws IOException {
        var left = new ProcessBuilder("sleep", "600").start();
        var sleep = left.info().command().orElseThrow();
        new PidFile(data.processes().resolve("kafka.pid")).write(left.toHandle(), sleep);
        assertThat(sleep).isNotEqualTo(JvmCommand.java());

        Leftovers.end(data, Terminal.silent());

        assertThat(left.isAlive()).isFalse();
        assertThat(data.processes().resolve("kafka.pid")).doesNotExist();
    }
}
