package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The table of all events, in SQL. */
@Repository
public class EventLog {

    /** The channel on which PostgreSQL tells listeners that there are new events. */
    public static final String CHANNEL = "event_appended";

    // The two-number form has its own space, apart from the idempotency keys' single numbers.
    private static final String APPEND_LOCK = "select pg_advisory_xact_lock(7301, 1)";

    private static final String APPEND =
            """
            with appended as (
                insert into event (position, event_id, aggregate_type, aggregate_id, sequence, type,
                    payload, occurred_at, correlation_id, causation_id, traceparent, actor)
                select (select coalesce(max(position), 0) from event) + new.ordinality,
                    new.event_id, new.aggregate_type, new.aggregate_id, new.sequence, new.type,
                    new.payload, new.occurred_at, nullif(new.correlation_id, ''),
                    nullif(new.causation_id, ''), new.traceparent, new.actor
                from unnest(:ids, :types, :aggregates, :sequences, :names, :payloads, :times,
                        :correlations, :causations, :traceparents, :actors)
                    with ordinality as new (event_id, aggregate_type, aggregate_id, sequence, type,
                        payload, occurred_at, correlation_id, causation_id, traceparent, actor,
                        ordinality)
                on conflict on constraint event_once_per_sequence do nothing
                returning position)
            select min(position) as first, count(*) as written, pg_notify(:channel, '') from appended
            """;

    private static final String COLUMNS =
            """
            select position, event_id, aggregate_type, aggregate_id, sequence, type, payload,
                occurred_at, correlation_id, causation_id, traceparent, actor
            from event
            """;

    private final JdbcClient jdbc;

    public EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        jdbc.sql(APPEND_LOCK).query().singleRow();
        var written =
                jdbc.sql(APPEND)
                        .param("ids", array("uuid", events, StoredEvent::id))
                        .param("types", array("text", events, e -> e.stream().type().typeName()))
                        .param("aggregates", array("text", events, e -> e.stream().id()))
                        .param("sequences", array("bigint", events, StoredEvent::sequence))
                        .param("names", array("text", events, StoredEvent::type))
                        .param("payloads", payloads(events))
                        .param("times", array("timestamptz", events, StoredEvent::occurredAt))
                        .param(
                                "correlations",
                                array("text", events, e -> e.origin().correlationId()))
                        .param("causations", array("text", events, e -> e.origin().causationId()))
                        .param("traceparents", array("text", events, e -> e.origin().traceparent()))
                        .param("actors", array("text", events, e -> e.origin().actor()))
                        .param("channel", CHANNEL)
                        .query((row, _) -> new Written(row.getLong("first"), row.getInt("written")))
                        .single();
        if (written.count() < events.size()) {
            throw new ConcurrencyException(
                    "Somebody else wrote first to one of "
                            + events.stream().map(StoredEvent::stream).distinct().toList());
        }
        return written.first();
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
        return jdbc.sql("select coalesce(max(position), 0) from event").query(Long.class).single();
    }

    /** The last position of the time before that moment. */
    public long positionBefore(Instant moment) {
        return jdbc.sql("select coalesce(max(position), 0) from event where occurred_at < :moment")
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private record Written(long first, int count) {}

    private static SqlArrayValue array(
            String type, List<StoredEvent> events, Function<StoredEvent, ?> value) {
        return new SqlArrayValue(type, events.stream().map(value).toArray());
    }

    private static SqlArrayValue payloads(List<StoredEvent> events) {
        return new SqlArrayValue(
                "bytea",
                (Object[]) events.stream().map(StoredEvent::payload).toArray(byte[][]::new));
    }

    private static Positioned row(ResultSet row, int index) throws SQLException {
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
