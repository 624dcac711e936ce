package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Incoming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim's way over one batch: from the revision it has seen to the offset it will have reached.
 *
 * @param position the highest global position in the batch, -1 where no event could be read
 */
record Move(
        Claim claim, long nextOffset, int events, long position, @Nullable Instant lastEventAt) {

    static Move over(Claim claim, List<Incoming> batch, long nextOffset) {
        for (int i = batch.size() - 1; i >= 0; i--) {
            var stamp = batch.get(i).stamp();
            if (stamp != null) {
                return new Move(claim, nextOffset, batch.size(), stamp.position(), stamp.time());
            }
        }
        return new Move(claim, nextOffset, batch.size(), -1, null);
    }

    /** This way and the next one of the same claim, gone in one step. */
    Move and(Move next) {
        return new Move(
                claim,
                next.nextOffset,
                events + next.events,
                Math.max(position, next.position),
                next.lastEventAt == null ? lastEventAt : next.lastEventAt);
    }
}
