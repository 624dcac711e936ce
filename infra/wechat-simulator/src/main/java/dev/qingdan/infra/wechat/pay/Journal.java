package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The ledger's changes as JSON lines, so that payments in flight outlive the process. */
final class Journal {

    private final @Nullable Path file;

    Journal(@Nullable Path file) {
        this.file = file;
    }

    void append(Entry entry) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    Json.CONTROL.writeValueAsString(entry) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line cut off by a crash was never answered for, so it counts as never written. */
    void replay(Consumer<Entry> change) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                try {
                    change.accept(Json.CONTROL.readValue(line, Entry.class));
                } catch (JacksonException cutOff) {
                    System.getLogger("wechat").log(System.Logger.Level.WARNING, line);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole new state of one thing; the last line about it holds. */
    record Entry(
            @Nullable Payment payment,
            @Nullable Refund refund,
            @Nullable Notification notification) {}
}
