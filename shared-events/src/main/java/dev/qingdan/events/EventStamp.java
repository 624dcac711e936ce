package dev.qingdan.events;

import java.time.Instant;

/**
 * Of an event's envelope, what a consumer needs to fold the event: a few headers out of fourteen,
 * and the others are not even looked at.
 *
 * @param type published name, see {@link EventType}
 * @param sequence the aggregate's version: 0 for its first event, without gaps
 * @param position the event store's global position
 * @param time when the event was stored
 */
public record EventStamp(String type, long sequence, long position, Instant time) {}
