package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final JvmCommand COMMAND =
            new JvmCommand(
                    "shop",
                    List.of("-XX:+UseSerialGC", "-Xmx256m"),
                    "shop.jar",
                    "dev.qingdan.Shop",
                    List.of("--rate", "20"),
                    Map.of());

    @TempDir private Path folder;

    @Test
    void it_starts_with_its_cache_once_there_is_one() throws IOException {
        var program = program();
        assertThat(program.cached(COMMAND)).isEqualTo(COMMAND);

        Files.createFile(program.startUpCache());

        assertThat(program.cached(COMMAND))
                .isEqualTo(COMMAND.withFlags("-XX:AOTCache=" + program.startUpCache()));
    }

    @Test
    void what_it_recorded_is_made_into_a_cache() {
        var program = program();
        var recorded = "-XX:AOTConfiguration=" + folder.resolve("start-up.recorded");

        assertThat(program.recording(COMMAND).flags()).contains("-XX:AOTMode=record", recorded);
        assertThat(program.making(folder.resolve("new"), COMMAND).flags())
                .contains("-XX:AOTMode=create", recorded, "-XX:AOTCache=" + folder.resolve("new"));
    }

    @Test
    void its_arguments_name_no_folder_so_that_it_can_be_copied() throws IOException {
        program().writeArguments(COMMAND);

        assertThat(folder.resolve("java.args"))
                .hasContent(
                        """
                        -XX:+UseSerialGC
                        -Xmx256m
                        -XX:AOTCache=start-up.aot
                        -cp
                        leash.jar:lib/*
                        dev.qingdan.Shop
                        """);
    }

    private Program program() {
        var classPath =
                String.join(
                        File.pathSeparator,
                        folder.resolve("leash.jar").toString(),
                        folder.resolve("lib").resolve("*").toString());
        return new Program(folder, classPath, "dev.qingdan.Shop");
    }
}
