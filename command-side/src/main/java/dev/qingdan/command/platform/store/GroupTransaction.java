package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.toCollection;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.ConsistencyToken;
import dev.qingdan.events.ConsistencyToken.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes what many units of work have pending. From its taking the append lock to the commit nobody
 * else appends, so whoever sees a position sees all before it.
 */
final class GroupTransaction {

    private final Set<Pending> written = new LinkedHashSet<>();
    private final List<Positioned> events = new ArrayList<>();
    private final boolean tells;

    /**
     * @param tells whether those who listen for events are to hear of it
     */
    GroupTransaction(boolean tells) {
        this.tells = tells;
    }

    /** Finds out which may be written; the others were decided on what is no longer so. */
    Standing write(Connection connection, List<Pending> group, GroupLook look) throws SQLException {
        var standing = look.on(connection);
        writable(group, standing).on(connection);
        return standing;
    }

    /**
     * In one round trip, which is a transaction of its own.
     *
     * @throws SQLException where the belief was wrong, or a row is not as it should be
     */
    Standing writeAtOnce(Connection connection, List<Pending> group, Belief belief)
            throws SQLException {
        writable(group, belief.standing()).atOnceOn(connection, belief);
        return belief.standing();
    }

    private GroupWrite writable(List<Pending> group, Standing standing) {
        for (Pending pending : group) {
            if (standing.allows(pending)) {
                pending.speak(place(pending, standing.head()));
                standing.take(pending);
                written.add(pending);
            }
        }
        var write = new GroupWrite(tells);
        write.add(EventLog.TABLE, events);
        for (var table : tables()) {
            addAll(table, write);
        }
        return write;
    }

    Set<Pending> written() {
        return written;
    }

    /** What they appended, at adjoining positions. */
    List<Positioned> events() {
        return events;
    }

    private ConsistencyToken place(Pending pending, long head) {
        var places = new HashMap<Place, Long>();
        long position = head;
        for (StoredEvent event : pending.events()) {
            events.add(new Positioned(++position, event));
            var stream = event.stream();
            places.put(Place.of(stream.type().topic(), stream.id()), position);
        }
        return new ConsistencyToken(places);
    }

    private Set<BatchTable<?>> tables() {
        return written.stream()
                .flatMap(pending -> pending.rows().tables().stream())
                .collect(toCollection(LinkedHashSet::new));
    }

    private <R> void addAll(BatchTable<R> table, GroupWrite write) {
        var rows = new ArrayList<R>();
        written.forEach(pending -> rows.addAll(pending.rows().of(table)));
        write.add(table, rows);
    }
}
