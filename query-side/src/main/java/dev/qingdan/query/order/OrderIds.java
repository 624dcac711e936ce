package dev.qingdan.query.order;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What the ids of orders say of them: UUIDv7 begin with the millisecond in which they were made.
 */
final class OrderIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** An id is drawn just before the order gets its moment, maybe by a clock that was off. */
    private static final Duration EARLIER = Duration.ofHours(1);

    private OrderIds() {}

    /** No order that was placed at this moment or later has an id below this one. */
    static String firstPlacedAt(Instant moment) {
        long millis = moment.minus(EARLIER).toEpochMilli();
        return new UUID(millis << Short.SIZE | VERSION_7, VARIANT).toString();
    }
}
