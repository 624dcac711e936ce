package dev.qingdan.infra.traffic.audit;

import dev.qingdan.infra.traffic.journal.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compares until everything agrees, or until the time for the views to catch up is over. */
public final class Audit {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Store store;
    private final Views views;
    private final Books books = new Books();

    public Audit(Connection command, Connection query) {
        this.store = new Store(command);
        this.views = new Views(query);
    }

    public Report compare(List<Entry> journal, Duration atMost)
            throws SQLException, InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        store.readInto(books);
        var least = ViewAudit.Reached.by(books);
        while (true) {
            var report = look(journal, least);
            if (report.isClean() || System.nanoTime() > end) {
                return report;
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** The views first and the store after them: so the store knows all that the views can show. */
    private Report look(List<Entry> journal, ViewAudit.Reached least) throws SQLException {
        var orders = views.orders();
        var stock = views.stock();
        store.readInto(books);
        var differences = new ArrayList<>(books.ownFaults());
        differences.addAll(new ViewAudit(books).differences(orders, stock, least));
        differences.addAll(new JournalAudit(books).differences(journal));
        return new Report(
                books.events(),
                books.orders().size(),
                orders.size(),
                books.shelves().size(),
                journal.stream().filter(Entry.Accepted.class::isInstance).count(),
                differences);
    }
}
