package dev.qingdan.infra.traffic.audit;

import dev.qingdan.events.AggregateType;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books filled as a store would fill them. */
final class Story {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final Books books = new Books();
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;

    Story then(DomainEvent... events) {
        for (var event : events) {
            var aggregate = AggregateType.of(event).typeName() + "/" + event.aggregateId();
            var sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
            books.write(aggregate, sequence, ++position, event);
        }
        return this;
    }

    Books books() {
        return books;
    }

    static OrderPlaced placed(String orderId, String memberId, int pieces) {
        var line = OrderLine.of("tea", "Tea", 100, pieces);
        return new OrderPlaced(
                orderId,
                memberId,
                "shop",
                "1122-0001",
                List.of(line),
                line.amount(),
                0,
                line.amount(),
                null,
                NOON,
                NOON.plusSeconds(900));
    }
}
