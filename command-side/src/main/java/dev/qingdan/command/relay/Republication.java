package dev.qingdan.command.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Topics that are rebuilt from the store, as operators see it.
 *
 * @param aggregateType whose events, or of all aggregates
 * @param position up to where the store was gone through
 * @param upTo where it ends: later events are not its business
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Republication(
        UUID id,
        @Nullable String aggregateType,
        List<String> topics,
        State state,
        long position,
        long upTo,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String trouble) {

    enum State {
        RUNNING,
        COMPLETED,
        CANCELLED,
        /** It cannot go on: its topics hold what it did not send. */
        FAILED
    }
}
