package dev.qingdan.events;

/**
 * Something that happened in the shop. Each family is sealed and travels on its own {@link Topic}.
 *
 * <p>Amounts of money are whole fen, moments are UTC, ids are UUIDv7 in text. No event carries a
 * name, phone number, address, openid or token of a person, nor text that a person typed freely.
 */
public sealed interface DomainEvent
        permits CatalogueEvent,
                StockEvent,
                OrderEvent,
                PaymentEvent,
                MembershipEvent,
                SupersededEvent {

    /** The id of the aggregate it happened to: the key of its Kafka record. */
    String aggregateId();
}
