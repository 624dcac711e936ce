package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.BatchFold.Letter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The books of the engine: what every batch writes beside its rows. */
@Component
record Ledger(Positions positions, Parking parking, Announcements announcements) {

    /**
     * @param changed is heard before the positions: who waits for one has then heard what it
     *     changed
     * @throws StaleClaim where a partition has been moved on by somebody else
     */
    void enter(String generation, List<Letter> letters, List<Move> moves, List<Notice> changed) {
        parking.park(generation, letters);
        var notices = new ArrayList<>(changed);
        notices.add(announcements.reached(generation, moves, !letters.isEmpty()));
        positions.advance(generation, moves, notices);
    }
}
