package dev.qingdan.command.platform;

import dev.qingdan.events.AggregateType;
import dev.qingdan.events.DomainEvent;

/**
 * Names one aggregate to Axon, whose identifiers share one namespace: a product and its stock have
 * the same sku, so {@code product/tea-50g} is not {@code stock/tea-50g}.
 */
public record StreamId(AggregateType type, String id) {

    public static StreamId of(DomainEvent event) {
        return new StreamId(AggregateType.of(event), event.aggregateId());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException where the text is not of the form {@code type/id}
     */
    public static StreamId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not the id of a stream: " + text);
        }
        return new StreamId(
                AggregateType.ofTypeName(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return type.typeName() + "/" + id;
    }
}
