package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void a_java_program_is_known_by_its_main_class() {
        assertThat(
                        CommandLine.shorten(
                                "/usr/lib/jvm/jdk/bin/java -Xmx1g -cp /a.jar:/b.jar org.Main x"))
                .isEqualTo("java org.Main x");
    }

    @Test
    void another_program_keeps_its_words() {
        assertThat(CommandLine.shorten("/usr/bin/python3 -m http.server 8080"))
                .isEqualTo("python3 http.server 8080");
    }

    @Test
    void a_long_line_is_cut() {
        assertThat(CommandLine.shorten("program " + "word ".repeat(40))).hasSize(80).endsWith("…");
    }
}
