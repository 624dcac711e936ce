package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.toCollection;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.ConsistencyToken;
import dev.qingdan.events.EventType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes what many units of work have pending, in the caller's transaction. From its look at how
 * everything stands to the commit nobody else appends, so whoever sees a position sees all before
 * it.
 */
final class GroupTransaction {

    private final GroupLook look;
    private final Set<Pending> written = new LinkedHashSet<>();
    private final List<Positioned> events = new ArrayList<>();

    GroupTransaction(GroupLook look) {
        this.look = look;
    }

    /** Finds out which may be written; the others were decided on what is no longer so. */
    Standing write(Connection connection, List<Pending> group) throws SQLException {
        var standing = look.on(connection);
        for (Pending pending : group) {
            if (standing.allows(pending)) {
                pending.speak(place(pending, standing.head()));
                standing.take(pending);
                written.add(pending);
            }
        }
        var write = new GroupWrite();
        write.add(EventLog.TABLE, events);
        for (var table : tables()) {
            addAll(table, write);
        }
        write.on(connection);
        return standing;
    }

    Set<Pending> written() {
        return written;
    }

    /** What they appended, at adjoining positions. */
    List<Positioned> events() {
        return events;
    }

    private ConsistencyToken place(Pending pending, long head) {
        var token = ConsistencyToken.NOTHING;
        long position = head;
        for (StoredEvent event : pending.events()) {
            events.add(new Positioned(++position, event));
            var topic = EventType.named(event.type()).orElseThrow().topic();
            token = token.with(topic, event.stream().id(), position);
        }
        return token;
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
