package dev.qingdan.command.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.command.platform.Sha256;
import dev.qingdan.command.platform.store.BatchTable;
import dev.qingdan.command.platform.store.BatchTable.Column;
import dev.qingdan.command.platform.store.Writes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of answers that were given, by who asked and under which key. */
@Repository
class IdempotencyRecords {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Writes writes;

    IdempotencyRecords(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** An answer that will be known once the places of its events are. */
    private record Kept(UUID request, Fingerprint fingerprint, Supplier<RecordedAnswer> answer) {}

    private static final BatchTable<Kept> TABLE =
            new BatchTable<>(
                    "idempotency_record",
                    1,
                    BatchTable.Repeat.CONFLICTS,
                    List.of(
                            new Column<>("request", "uuid", Kept::request),
                            new Column<>("fingerprint", "bytea", k -> k.fingerprint().sha256()),
                            new Column<>("status", "int4", k -> k.answer().get().status()),
                            new Column<>("headers", "text", k -> headers(k.answer().get())),
                            new Column<>("body", "bytea", k -> k.answer().get().body())));

    record Recorded(Fingerprint fingerprint, RecordedAnswer answer) {}

    /** Whether the caller's transaction is now the only one with this key, in any instance. */
    boolean claim(String actor, String key) {
        return jdbc.sql(
                        "select pg_try_advisory_xact_lock(hashtextextended(:actor || '/' || :key, 0))")
                .param("actor", actor)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    Optional<Recorded> find(String actor, String key) {
        return jdbc.sql(
                        """
                        select fingerprint, status, headers, body from idempotency_record
                        where request = :request
                        """)
                .param("request", digest(actor, key))
                .query((row, _) ->
                        new Recorded(
                                new Fingerprint(row.getBytes("fingerprint")),
                                new RecordedAnswer(
                                        row.getInt("status"),
                                        headers(row.getString("headers")),
                                        row.getBytes("body"))))
                .optional();
    }

    /** The first one to record an answer is the one who has answered. */
    boolean record(String actor, String key, Fingerprint fingerprint, RecordedAnswer answer) {
        return jdbc.sql(
                                """
                                insert into idempotency_record
                                    (request, fingerprint, status, headers, body)
                                values (:request, :fingerprint, :status, :headers, :body)
                                on conflict do nothing
                                """)
                        .param("request", digest(actor, key))
                        .param("fingerprint", fingerprint.sha256())
                        .param("status", answer.status())
                        .param("headers", headers(answer))
                        .param("body", answer.body())
                        .update()
                == 1;
    }

    /** Beside the events of the unit of work in hand. */
    void keep(String actor, String key, Fingerprint fingerprint, Supplier<RecordedAnswer> answer) {
        writes.add(TABLE, new Kept(digest(actor, key), fingerprint, answer));
    }

    int forget(Duration olderThan) {
        return jdbc.sql(
                        """
                        delete from idempotency_record
                        where recorded_at < now() - :seconds * interval '1 second'
                        """)
                .param("seconds", olderThan.toSeconds())
                .update();
    }

    /** The first half of a SHA-256, which no two requests share; a key has no line break. */
    private static UUID digest(String actor, String key) {
        var sha256 = ByteBuffer.wrap(Sha256.of((actor + "\n" + key).getBytes(UTF_8)));
        return new UUID(sha256.getLong(), sha256.getLong());
    }

    private static String headers(RecordedAnswer answer) {
        return MAPPER.writeValueAsString(answer.headers());
    }

    private static Map<String, String> headers(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
