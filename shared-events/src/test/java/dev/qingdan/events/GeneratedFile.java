package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that is generated from the code and committed. It is compared by default, written with
 * {@code -Dschemas=write}, and written with {@code -Dschemas=publish} too.
 */
record GeneratedFile(Path path) {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    static boolean publishing() {
        return "publish".equals(System.getProperty("schemas"));
    }

    /** Fails where the file is not what the code gives today. */
    void holds(JsonNode generated) throws IOException {
        if (publishing() || "write".equals(System.getProperty("schemas"))) {
            write(generated);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as("%s is generated: run this test with -Dschemas=write and commit it", path)
                .isEqualTo(text(generated));
    }

    void write(JsonNode generated) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, text(generated));
    }

    JsonNode read() throws IOException {
        return JSON.readTree(Files.readString(path));
    }

    private static String text(JsonNode json) {
        var printer =
                new DefaultPrettyPrinter()
                        .withSeparators(SEPARATORS)
                        .withObjectIndenter(TWO_SPACES)
                        .withArrayIndenter(TWO_SPACES);
        return JSON.writer().with(printer).writeValueAsString(json) + "\n";
    }
}
