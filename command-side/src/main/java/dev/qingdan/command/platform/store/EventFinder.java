package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for whole events by what is known of them. */
@Repository
public class EventFinder {

    private final JdbcClient jdbc;

    EventFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What must be so; null for what may be anything. */
    public record Criteria(
            @Nullable String type,
            @Nullable String aggregateType,
            @Nullable String aggregateId,
            @Nullable String correlationId) {}

    /** The latest first, from a position on and below another. */
    public List<Positioned> find(Criteria criteria, long from, long below, int limit) {
        return jdbc.sql(EventLog.COLUMNS + where(criteria))
                .param("type", criteria.type())
                .param("aggregateType", criteria.aggregateType())
                .param("aggregateId", criteria.aggregateId())
                .param("correlationId", criteria.correlationId())
                .param("from", from)
                .param("below", below)
                .param("limit", limit)
                .query(EventLog::row)
                .list();
    }

    public Optional<Positioned> find(UUID eventId) {
        return jdbc.sql(EventLog.COLUMNS + "where event_id = :id")
                .param("id", eventId)
                .query(EventLog::row)
                .optional();
    }

    /** Only what is asked for stands in the statement, so that the planner can choose by it. */
    private static String where(Criteria criteria) {
        return "where position >= :from and position < :below"
                + (criteria.type() == null ? "" : " and type = :type")
                + (criteria.aggregateType() == null ? "" : " and aggregate_type = :aggregateType")
                + (criteria.aggregateId() == null ? "" : " and aggregate_id = :aggregateId")
                + (criteria.correlationId() == null ? "" : " and correlation_id = :correlationId")
                + " order by position desc limit :limit";
    }
}
