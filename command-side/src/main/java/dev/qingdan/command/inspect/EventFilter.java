package dev.qingdan.command.inspect;

import dev.qingdan.command.platform.store.EventFinder.Criteria;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of events is narrowed to.
 *
 * @param type published name of the event, such as {@code shop.order.OrderPlaced}
 * @param aggregate its id alone, or {@code order/<id>}
 * @param from the first moment
 * @param to the first moment that is too late
 */
record EventFilter(
        @Nullable String type,
        @Nullable String aggregate,
        @Nullable String correlation,
        @Nullable Instant from,
        @Nullable Instant to) {

    Criteria criteria() {
        var slash = aggregate == null ? -1 : aggregate.indexOf('/');
        return new Criteria(
                type,
                slash < 0 || aggregate == null ? null : aggregate.substring(0, slash),
                aggregate == null ? null : aggregate.substring(slash + 1),
                correlation);
    }

    boolean isOneAggregate() {
        return aggregate != null;
    }
}
