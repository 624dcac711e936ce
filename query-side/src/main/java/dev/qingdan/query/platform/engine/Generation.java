package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Projection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a projection as they were filled from the beginning once, in their own schema.
 *
 * @param id the name of its schema: {@code order_view_3}
 * @param version of the folds that filled it
 * @param since the first day that was counted for it; those before were copied. None where all were
 */
record Generation(
        String id,
        String projection,
        int number,
        int version,
        State state,
        Instant createdAt,
        @Nullable LocalDate since) {

    enum State {
        BUILDING,
        LIVE,
        PREVIOUS,
        DROPPED
    }

    /** A new one, to be filled. */
    static Generation of(Projection projection, int number, Instant createdAt) {
        return new Generation(
                projection.name() + "_" + number,
                projection.name(),
                number,
                projection.version(),
                State.BUILDING,
                createdAt,
                null);
    }

    boolean is(State other) {
        return state == other;
    }

    Generation as(State next) {
        return new Generation(id, projection, number, version, next, createdAt, since);
    }

    Generation countedSince(LocalDate day) {
        return new Generation(id, projection, number, version, state, createdAt, day);
    }
}
