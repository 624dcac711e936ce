package dev.qingdan.infra.benchmark.report;

import dev.qingdan.infra.benchmark.Options;
import dev.qingdan.infra.stack.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A page of documentation whose sections between two marks are measured, not written. */
public record Page(Optional<Path> file) {

    private static final String NOWHERE = "none";

    public static Page at(Options options) {
        var name = options.text("page", "infra/docs/benchmark.md");
        return new Page(
                name.equals(NOWHERE)
                        ? Optional.empty()
                        : Optional.of(ProjectFolder.find().resolve(name)));
    }

    /** Puts this where the marks of that name are; where there are none, nothing changes. */
    public void put(String section, String text) {
        file.filter(Files::exists)
                .ifPresent(page -> {
                    try {
                        Files.writeString(page, replaced(Files.readString(page), section, text));
                    } catch (IOException e) {
                        throw new UncheckedIOException("Cannot write " + page, e);
                    }
                });
    }

    static String replaced(String page, String section, String text) {
        var begin = "<!-- measured: %s -->\n".formatted(section);
        var end = "<!-- end of %s -->".formatted(section);
        var from = page.indexOf(begin);
        var to = page.indexOf(end);
        if (from < 0 || to < from) {
            return page;
        }
        var measured = "Measured %s.\n\n".formatted(Instant.now().truncatedTo(ChronoUnit.MINUTES));
        return page.substring(0, from + begin.length()) + measured + text + page.substring(to);
    }
}
