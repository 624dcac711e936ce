package dev.qingdan.query.platform.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A projection as operators see it: its live generation, and what is or was last built beside it.
 *
 * @param version of the folds in this instance's code
 * @param generation number of the live generation
 * @param lag records between the live generation and the ends of its topics; none while Kafka is
 *     away
 * @param rebuild the one under way, else the last that ended; none where there never was one
 */
record ProjectionStatus(
        String name,
        int version,
        State state,
        int generation,
        List<PartitionState> partitions,
        @Nullable Long lag,
        double ratePerSecond,
        @Nullable Instant lastEventAt,
        long deadLetters,
        @Nullable RebuildStatus rebuild) {

    enum State {
        /** Readers see what happened a moment ago. */
        LIVE,
        /** Readers see the past; it is coming nearer. */
        CATCHING_UP,
        /** A generation is being filled beside the live one. */
        REBUILDING,
        /** The filling of a generation was paused. */
        PAUSED,
        /**
         * Readers see the past: the live generation is of an older version, and the last instance
         * that could fill it has gone. It ends when the new one takes over.
         */
        STANDING_STILL
    }
}
