package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folded state of aggregates that live long, so that loading one stays cheap. A feature asks
 * for it by a {@link Snapshotted} bean; all other aggregates spare the query.
 *
 * <p>A snapshot belongs to one shape of its state: after a change of the class it is passed over,
 * the events are folded again, and the next snapshot replaces it.
 */
@Component
class Snapshots {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultVisibility(visibility ->
                            visibility
                                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
                    .build();

    private final JdbcClient jdbc;
    private final Map<AggregateType, Snapshotted> kinds;

    Snapshots(JdbcClient jdbc, List<Snapshotted> kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds.stream().collect(toUnmodifiableMap(Snapshotted::type, kind -> kind));
    }

    /** Whether there are snapshots of this kind of aggregate. */
    boolean has(AggregateType type) {
        return kinds.containsKey(type);
    }

    /** Does not wait for the disk: one that a crash takes away is only made again. */
    void store(DomainEventMessage<?> snapshot) {
        var stream = StreamId.parse(snapshot.getAggregateIdentifier());
        jdbc.sql(
                        """
                        insert into snapshot (aggregate_type, aggregate_id, sequence, revision, state)
                        select :type, :id, :sequence, :revision, cast(:state as jsonb)
                        from set_config('synchronous_commit', 'off', true)
                        on conflict (aggregate_type, aggregate_id) do update
                        set sequence = excluded.sequence, revision = excluded.revision,
                            state = excluded.state
                        where snapshot.sequence <= excluded.sequence
                        """)
                .param("type", stream.type().typeName())
                .param("id", stream.id())
                .param("sequence", snapshot.getSequenceNumber())
                .param("revision", Shape.of(snapshot.getPayloadType()))
                .param("state", MAPPER.writeValueAsString(snapshot.getPayload()))
                .update();
    }

    /** An aggregate as its snapshot has it, or as it is before its first event. */
    Folded folded(Remembered<?, ?, ?> kind, StreamId stream) {
        return read(stream)
                .map(s -> kind.ofSnapshot(s.getPayload(), s.getSequenceNumber()))
                .orElseGet(kind::none);
    }

    /** Where this kind of aggregate has snapshots at all. */
    void store(Remembered<?, ?, ?> kind, StreamId stream, Folded folded) {
        if (has(stream.type())) {
            store(
                    new GenericDomainEventMessage<>(
                            stream.type().typeName(),
                            stream.toString(),
                            folded.sequence(),
                            kind.shellOf(stream.toString(), folded.state())));
        }
    }

    Optional<DomainEventMessage<?>> read(StreamId stream) {
        return Optional.ofNullable(kinds.get(stream.type())).flatMap(kind -> read(stream, kind));
    }

    private Optional<DomainEventMessage<?>> read(StreamId stream, Snapshotted kind) {
        return jdbc.sql(
                        """
                        select sequence, state from snapshot
                        where aggregate_type = :type and aggregate_id = :id and revision = :revision
                        """)
                .param("type", stream.type().typeName())
                .param("id", stream.id())
                .param("revision", Shape.of(kind.aggregate()))
                .query((row, _) ->
                        new GenericDomainEventMessage<>(
                                stream.type().typeName(),
                                stream.toString(),
                                row.getLong("sequence"),
                                MAPPER.readValue(row.getString("state"), kind.aggregate())))
                .optional()
                .map(snapshot -> snapshot);
    }
}
