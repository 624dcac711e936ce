package dev.qingdan.infra.stack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.stack.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bash that finds a JDK, with folders that only look like JDKs. */
class JdkSearchTest {

    @TempDir private Path folder;

    private record Answer(int code, String output) {}

    @Test
    void the_first_that_is_new_enough_is_taken() throws Exception {
        var answer = search(jdk("jdk-17", "17.0.9"), jdk("jdk-25", "25.0.1"), jdk("jdk-26", "26"));

        assertThat(answer.output()).isEqualTo(folder.resolve("jdk-25") + "\n");
        assertThat(answer.code()).isZero();
    }

    @Test
    void where_all_are_too_old_they_are_listed_with_what_to_do() throws Exception {
        var answer = search(jdk("jdk-17", "17.0.9"), jdk("jdk-8", "1.8.0_402"));

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.output())
                .contains("needs a JDK 25 or newer")
                .contains("17 in " + folder.resolve("jdk-17"))
                .contains("https://adoptium.net")
                .contains("JAVA_HOME=");
    }

    @Test
    void a_jre_without_a_compiler_does_not_count() throws Exception {
        var jre = jdk("jre-25", "25");
        Files.delete(jre.resolve("bin/javac"));

        assertThat(search(jre).code()).isEqualTo(1);
    }

    @Test
    void without_any_there_is_no_empty_list() throws Exception {
        assertThat(search(folder.resolve("nothing")).output()).doesNotContain("Found only");
    }

    private Path jdk(String name, String version) throws IOException {
        var home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        var javac = Files.createFile(home.resolve("bin/javac"));
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private static Answer search(Path... candidates) throws Exception {
        var script =
                """
                set -euo pipefail
                source %s
                candidates=("$@")
                jdk_candidates() { printf '%%s\\n' "${candidates[@]}"; }
                use_jdk
                echo "$JAVA_HOME"
                """
                        .formatted(ProjectFolder.find().resolve("infra/bin/jdk.sh"));
        var command = new ArrayList<>(List.of("bash", "-c", script, "./run"));
        for (var candidate : candidates) {
            command.add(candidate.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
