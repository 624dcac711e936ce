package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Incoming;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim's way over one batch: from the revision it has seen to the offset it will have reached.
 *
 * @param position the highest global position in the batch, -1 where no event could be read
 */
record Move(
        Claim claim, long nextOffset, int events, long position, @Nullable Instant lastEventAt) {

    static Move over(Claim claim, List<Incoming> batch, long nextOffset) {
        var envelope =
                batch.reversed().stream()
                        .map(Incoming::envelope)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new Move(
                claim,
                nextOffset,
                batch.size(),
                envelope == null ? -1 : envelope.position(),
                envelope == null ? null : envelope.time());
    }
}
