package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.query.platform.document.Documents;
import dev.qingdan.query.platform.projection.BatchFold.Letter;
import dev.qingdan.query.platform.projection.Incoming;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes letters to the dead-letter table, in the transaction that moves past their events. */
@Component
class Parking {

    private final JdbcClient jdbc;
    private final Topics topics;

    Parking(JdbcClient jdbc, Topics topics) {
        this.jdbc = jdbc;
        this.topics = topics;
    }

    void park(String generation, List<Letter> letters) {
        for (Letter letter : letters) {
            var event = letter.event();
            var stamp = event.stamp();
            jdbc.sql(
                            """
                            insert into engine.dead_letter (generation, topic, partition, record_offset, aggregate_id,
                                event_type, sequence, headers, payload, error, attempts, parked_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, now())
                            """)
                    .param(generation)
                    .param(topics.plain(event.partition()))
                    .param(event.record().partition())
                    .param(event.record().offset())
                    .param(printable(event.aggregateId()))
                    .param(stamp == null ? null : printable(stamp.type()))
                    .param(stamp == null ? null : (Object) stamp.sequence())
                    .param(headers(event))
                    .param(event.record().value())
                    .param(error(letter.error()))
                    .param(letter.error() == null ? 0 : 1)
                    .update();
        }
    }

    /** What an operator reads: the kind of failure, and its words. */
    static @Nullable String error(@Nullable RuntimeException failure) {
        return failure == null
                ? null
                : printable(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    private static String headers(Incoming event) {
        var headers = new LinkedHashMap<String, String>();
        event.record().headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return printable(Documents.write(headers).replace("\\u0000", "\\ufffd"));
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, UTF_8);
    }

    /** PostgreSQL refuses NUL in text, and a letter has to be written whatever the event holds. */
    private static String printable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }
}
