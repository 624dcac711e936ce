package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir private Path folder;

    @Test
    void its_arguments_name_no_folder_so_that_it_can_be_copied() throws IOException {
        var classPath =
                String.join(
                        File.pathSeparator,
                        folder.resolve("leash.jar").toString(),
                        folder.resolve("lib").resolve("*").toString());
        var program = new Program(folder, classPath, "dev.qingdan.Shop");
        var flags = List.of("-XX:+UseSerialGC", "-Xmx256m");
        var words = List.of("--rate", "20");

        program.writeArguments(
                new JvmCommand("shop", flags, classPath, "dev.qingdan.Shop", words, Map.of()));

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
}
