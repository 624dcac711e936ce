package dev.qingdan.infra.benchmark.rebuild;

import dev.qingdan.infra.benchmark.history.Generated;
import dev.qingdan.infra.benchmark.history.History;
import dev.qingdan.infra.benchmark.history.HistoryTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The history in a broker's folder, published once and used by every later run. */
record PublishedHistory(Path folder, String bootstrapServers) {

    /** About what the relay takes together when it has to catch up. */
    private static final int TRANSACTION = 500;

    void provide(History.Settings settings, int events) {
        var whole = folder.resolve("published");
        if (Files.exists(whole)) {
            return;
        }
        HistoryTopics.create(bootstrapServers);
        var start = System.nanoTime();
        try (var topics = new HistoryTopics(bootstrapServers)) {
            publish(new History(settings), events, topics);
            Files.createFile(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
        IO.println(
                "published     %,d events in %.0f s"
                        .formatted(events, (System.nanoTime() - start) / 1e9));
    }

    private static void publish(History history, int events, HistoryTopics topics) {
        List<Generated> transaction = new ArrayList<>();
        for (int i = 1; i <= events; i++) {
            transaction.add(history.next());
            if (transaction.size() == TRANSACTION || i == events) {
                topics.publish(transaction);
                transaction.clear();
            }
        }
    }
}
