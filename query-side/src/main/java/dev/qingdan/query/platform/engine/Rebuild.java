package dev.qingdan.query.platform.engine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filling of a generation that is to replace the live one, or to be compared with it.
 *
 * @param processed how many events went into its generation until it ended
 * @param differences how many rows differ, where it was compared
 */
record Rebuild(
        UUID id,
        String projection,
        String generation,
        Mode mode,
        State state,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long processed,
        @Nullable Long differences,
        @Nullable String differingKeys) {

    enum Mode {
        /** Fills a new generation and puts it in the live one's place. */
        REPLACE,
        /** Fills a new generation, reports how it differs from the live one, and drops it. */
        VERIFY,
        /** Brings the previous generation up to date and puts it in the live one's place. */
        ROLLBACK
    }

    enum State {
        RUNNING,
        PAUSED,
        DONE,
        CANCELLED;

        boolean open() {
            return this == RUNNING || this == PAUSED;
        }
    }

    static Rebuild begun(Generation generation, Mode mode, String requestedBy, Instant startedAt) {
        return new Rebuild(
                UUID.randomUUID(),
                generation.projection(),
                generation.id(),
                mode,
                State.RUNNING,
                requestedBy,
                startedAt,
                null,
                null,
                null,
                null);
    }

    boolean is(State other) {
        return state == other;
    }

    Rebuild as(State next) {
        return with(next, finishedAt, processed, differences, differingKeys);
    }

    Rebuild ended(State how, Instant at, long eventsProcessed) {
        return with(how, at, eventsProcessed, differences, differingKeys);
    }

    Rebuild found(long differing, String keys) {
        return with(state, finishedAt, processed, differing, keys);
    }

    private Rebuild with(
            State next,
            @Nullable Instant end,
            @Nullable Long events,
            @Nullable Long differing,
            @Nullable String keys) {
        return new Rebuild(
                id,
                projection,
                generation,
                mode,
                next,
                requestedBy,
                startedAt,
                end,
                events,
                differing,
                keys);
    }
}
