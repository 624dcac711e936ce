package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.BatchFold.Letter;
import java.util.List;
import org.springframework.stereotype.Component;

/** The books of the engine: what every batch writes beside its rows. */
@Component
record Ledger(Positions positions, Parking parking, Announcements announcements) {

    /**
     * @throws StaleClaim where a partition has been moved on by somebody else
     */
    void enter(String generation, List<Letter> letters, List<Move> moves) {
        parking.park(generation, letters);
        positions.advance(generation, moves);
        announcements.reached(generation, moves, !letters.isEmpty());
    }
}
