package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** A row of the store as Axon's message. */
public final class StoredMessage {

    private StoredMessage() {}

    public static DomainEventMessage<?> of(Positioned positioned) {
        var event = positioned.event();
        return new GenericDomainEventMessage<>(
                event.stream().type().typeName(),
                event.stream().toString(),
                event.sequence(),
                payload(event),
                event.origin().metaData(),
                event.id().toString(),
                event.occurredAt());
    }

    static TrackedEventMessage<?> tracked(Positioned positioned) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(positioned.position()), of(positioned));
    }

    /** Its own store's events are all known to this side; an unknown one is a defect. */
    static DomainEvent payload(StoredEvent event) {
        var type =
                EventType.named(event.type())
                        .orElseThrow(() -> new IllegalStateException("Unknown " + event.type()));
        return EventJson.read(type, event.payload());
    }
}
