package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir private Path folder;
    private Path libraries;

    @BeforeEach
    void library() throws IOException {
        libraries = Files.createDirectory(folder.resolve("target"));
        Files.writeString(libraries.resolve("server.jar"), "first build");
    }

    @Test
    void libraries_that_are_the_same_keep_their_cache() throws IOException {
        Files.createFile(install().startUpCache());

        assertThat(install().isCached()).isTrue();
    }

    @Test
    void libraries_that_differ_begin_without_one_and_replace_the_older() throws IOException {
        var older = install();
        Files.createFile(older.startUpCache());
        Files.writeString(libraries.resolve("server.jar"), "second build");

        var newer = install();

        assertThat(newer.isCached()).isFalse();
        assertThat(newer.folder().resolve("lib/server.jar")).hasContent("second build");
        assertThat(older.folder()).doesNotExist();
    }

    private Program install() {
        return new Programs(folder.resolve("programs"))
                .install("server", libraries, "org.example.Server");
    }
}
