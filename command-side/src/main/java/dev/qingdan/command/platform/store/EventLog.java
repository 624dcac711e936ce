package dev.qingdan.command.platform.store;

import static java.util.Objects.requireNonNull;

import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.BatchTable.Column;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of all events, in SQL. */
@Repository
public class EventLog {

    /** The channel on which PostgreSQL tells listeners that there are new events. */
    public static final String CHANNEL = "event_appended";

    // The two-number form has its own space, apart from the idempotency keys' single numbers.
    static final String APPEND_LOCK = "select pg_advisory_xact_lock(7301, 1)";

    /** Without the next event of a stream its row is not there, so a repetition is a conflict. */
    static final BatchTable<Positioned> TABLE =
            new BatchTable<>(
                    "event",
                    1,
                    BatchTable.Repeat.CONFLICTS,
                    List.of(
                            column("position", "int8", Positioned::position),
                            of("event_id", "uuid", StoredEvent::id),
                            of("aggregate_type", "text", e -> e.stream().type().typeName()),
                            of("aggregate_id", "text", e -> e.stream().id()),
                            of("sequence", "int8", StoredEvent::sequence),
                            of("type", "text", StoredEvent::type),
                            of("payload", "bytea", StoredEvent::payload),
                            of("occurred_at", "timestamptz", StoredEvent::occurredAt),
                            of("correlation_id", "text", e -> given(e.origin().correlationId())),
                            of("causation_id", "text", e -> given(e.origin().causationId())),
                            of("traceparent", "text", e -> e.origin().traceparent()),
                            of("actor", "text", e -> e.origin().actor())));

    static final String HEAD = "select coalesce(max(position), 0) from event";

    /** They hear of it once the transaction is committed. */
    static final String TELL_LISTENERS = "select pg_notify('" + CHANNEL + "', '')";

    static final String COLUMNS =
            """
            select position, event_id, aggregate_type, aggregate_id, sequence, type, payload,
                occurred_at, correlation_id, causation_id, traceparent, actor
            from event
            """;

    private final JdbcTemplate jdbcTemplate;
    private final JdbcClient jdbc;

    public EventLog(JdbcTemplate jdbcTemplate) {
        this.jdbcTemplate = jdbcTemplate;
        this.jdbc = JdbcClient.create(jdbcTemplate);
    }

    /** An event and where it lies. */
    public record Positioned(long position, StoredEvent event) {}

    /**
     * Writes the events in their order at adjoining positions, in the caller's transaction. From
     * here to its commit every other append waits, so whoever sees a position sees all before it.
     *
     * @return the position of the first
     * @throws ConcurrencyException where one of the aggregates has an event with that sequence
     */
    public long append(List<StoredEvent> events) {
        ConnectionCallback<Long> append = connection -> append(connection, events);
        return requireNonNull(jdbcTemplate.execute(append));
    }

    private static long append(Connection connection, List<StoredEvent> events)
            throws SQLException {
        long first = lockedHead(connection) + 1;
        var rows = new ArrayList<Positioned>();
        events.forEach(event -> rows.add(new Positioned(first + rows.size(), event)));
        if (BatchSql.insert(connection, TABLE, rows) < events.size()) {
            throw new ConcurrencyException(
                    "Somebody else wrote first to one of "
                            + events.stream().map(StoredEvent::stream).distinct().toList());
        }
        tellListeners(connection);
        return first;
    }

    /** The last position; until the transaction ends there is no later one. */
    private static long lockedHead(Connection connection) throws SQLException {
        try (var look = connection.prepareStatement(APPEND_LOCK + ";\n" + HEAD)) {
            look.execute();
            look.getMoreResults();
            var row = look.getResultSet();
            row.next();
            return row.getLong(1);
        }
    }

    private static void tellListeners(Connection connection) throws SQLException {
        try (var notify = connection.prepareStatement(TELL_LISTENERS)) {
            notify.execute();
        }
    }

    /** The events of these streams of one type, each stream's from a sequence on and in order. */
    public List<Positioned> ofStreams(AggregateType type, Collection<String> ids, long from) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where aggregate_type = :type and aggregate_id = any(:ids)
                                    and sequence >= :from
                                order by aggregate_id, sequence
                                """)
                .param("type", type.typeName())
                .param("ids", ids.toArray(String[]::new))
                .param("from", from)
                .query(EventLog::row)
                .list();
    }

    /**
     * Of the events of one kind that lie behind a position and up to another one, in their order:
     * those after which nothing has happened to their aggregates.
     */
    public List<Positioned> lastOfTheirStreams(
            Class<? extends DomainEvent> kind, long after, long upTo) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where position > :after and position <= :upTo and type = :type
                                    and not exists (select from event later
                                        where later.aggregate_type = event.aggregate_type
                                            and later.aggregate_id = event.aggregate_id
                                            and later.sequence = event.sequence + 1)
                                order by position
                                """)
                .param("after", after)
                .param("upTo", upTo)
                .param("type", EventType.of(kind).name())
                .query(EventLog::row)
                .list();
    }

    /** The next events after a position, in the order in which they were appended. */
    public List<Positioned> after(long position, int limit) {
        return jdbc.sql(COLUMNS + "where position > :position order by position limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query(EventLog::row)
                .list();
    }

    /** The last position, 0 where there is no event yet. */
    public long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    /** The last position of the time before that moment. */
    public long positionBefore(Instant moment) {
        return jdbc.sql("select coalesce(max(position), 0) from event where occurred_at < :moment")
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static Column<Positioned> column(
            String name, String type, Function<Positioned, @Nullable Object> value) {
        return new Column<>(name, type, value);
    }

    private static Column<Positioned> of(
            String name, String type, Function<StoredEvent, @Nullable Object> value) {
        return column(name, type, positioned -> value.apply(positioned.event()));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    static Positioned row(ResultSet row, int index) throws SQLException {
        var type = AggregateType.ofTypeName(row.getString("aggregate_type"));
        return new Positioned(
                row.getLong("position"),
                new StoredEvent(
                        row.getObject("event_id", UUID.class),
                        new StreamId(type, row.getString("aggregate_id")),
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getBytes("payload"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        new Origin(
                                row.getString("actor"),
                                row.getString("correlation_id"),
                                row.getString("causation_id"),
                                row.getString("traceparent"))));
    }
}
