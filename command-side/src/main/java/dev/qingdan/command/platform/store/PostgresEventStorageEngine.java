package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.Appended;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Axon's view of the {@link EventLog}: an aggregate is folded from what the store holds now, and
 * {@link Snapshots} keep that short. What is {@link Remembered} need not ask here.
 *
 * <p>Reading all events by token is here because Axon's contract has it; a page at a time, without
 * blocking. The relay reads the log itself.
 */
@Component
class PostgresEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 500;

    private final EventLog log;
    private final Snapshots snapshots;
    private final GroupedEvents grouped;
    private final WorkingSet workingSet;

    PostgresEventStorageEngine(
            EventLog log, Snapshots snapshots, GroupedEvents grouped, WorkingSet workingSet) {
        this.log = log;
        this.snapshots = snapshots;
        this.grouped = grouped;
        this.workingSet = workingSet;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        var pending = Pending.current();
        if (pending == null) {
            appendNow(messages);
        } else {
            messages.forEach(message ->
                    grouped.append(pending, toStored(message), (DomainEvent) message.getPayload()));
        }
    }

    private void appendNow(List<? extends EventMessage<?>> messages) {
        var events = messages.stream().map(PostgresEventStorageEngine::toStored).toList();
        if (events.isEmpty()) {
            return;
        }
        long position = log.append(events);
        var appended = Appended.in(CurrentUnitOfWork.get());
        for (var message : messages) {
            var event = (DomainEvent) message.getPayload();
            appended.add(EventType.of(event).topic(), event.aggregateId(), position++);
        }
        var streams = events.stream().map(StoredEvent::stream).distinct().toList();
        CurrentUnitOfWork.get().root().afterCommit(_ -> workingSet.forget(streams));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var stream = StreamId.parse(aggregateIdentifier);
        var events = log.ofStreams(stream.type(), List.of(stream.id()), firstSequenceNumber);
        return DomainEventStream.of(events.stream().map(StoredMessage::of));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots.read(StreamId.parse(aggregateIdentifier));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken token, boolean mayBlock) {
        long position = token == null ? 0 : token.position().orElse(0);
        return log.after(position, PAGE).stream().map(StoredMessage::tracked);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(log.positionBefore(dateTime));
    }

    private static StoredEvent toStored(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> domainMessage)
                || !(message.getPayload() instanceof DomainEvent event)) {
            throw new IllegalArgumentException(
                    "Only an aggregate's events can be stored, not a " + message.getPayloadType());
        }
        return new StoredEvent(
                UUID.fromString(message.getIdentifier()),
                StreamId.of(event),
                domainMessage.getSequenceNumber(),
                EventType.of(event).name(),
                EventJson.write(event),
                message.getTimestamp(),
                Origin.of(message.getMetaData()));
    }
}
