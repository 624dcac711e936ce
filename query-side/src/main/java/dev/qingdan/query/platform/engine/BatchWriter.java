package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.engine.GenerationTables.Known;
import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Projection;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One batch, one transaction: load the rows it touches, fold in memory, write them back, park what
 * failed, move the positions on, and tell those who wait. All of it happens, or nothing.
 */
final class BatchWriter {

    private final String generation;
    private final GenerationTables tables;
    private final Ledger ledger;
    private final TransactionTemplate transactions;

    BatchWriter(
            Projection projection,
            String generation,
            Ledger ledger,
            JdbcTemplate jdbc,
            TransactionTemplate transactions) {
        this.generation = generation;
        this.tables = new GenerationTables(projection, generation, jdbc);
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * @param relaxed whether a crash of the database may undo the last moments: rows and positions
     *     go back together, so the events are only read again
     * @throws StaleClaim where a partition has been moved on by somebody else
     */
    void write(Batch batch, boolean relaxed) {
        try {
            writeTogether(batch, batch.known(), relaxed);
        } catch (DataIntegrityViolationException refused) {
            batch.events().forEach(event -> writeAlone(batch.only(event), event, relaxed));
        }
    }

    /**
     * The database refuses a value of some event: find it by going one by one, and park it. This
     * time nothing is believed to be known of what is there.
     */
    private void writeAlone(Batch single, Incoming event, boolean relaxed) {
        try {
            writeTogether(single, Known.NOTHING, relaxed);
        } catch (DataIntegrityViolationException refused) {
            writeTogether(single.only(event.failedBy(refused)), Known.NOTHING, relaxed);
        }
    }

    private void writeTogether(Batch batch, Known known, boolean relaxed) {
        var fold =
                Objects.requireNonNull(
                        transactions.execute(_ -> inTransaction(batch, known, relaxed)));
        remember(batch, fold);
    }

    private BatchFold inTransaction(Batch batch, Known known, boolean relaxed) {
        var seen = ledger.positions().enter(generation, relaxed);
        var fold = tables.fold(batch.events(), known, batch.parked());
        var changed = seen ? ledger.announcements().changed(fold.changed()) : List.<Notice>of();
        ledger.enter(generation, fold.letters(), batch.moves(), changed);
        return fold;
    }

    /** Committed: the claims now hold what the database holds. */
    private static void remember(Batch batch, BatchFold fold) {
        for (Incoming incoming : batch.events()) {
            var claim = batch.claimOn(incoming.partition());
            fold.changed()
                    .forEach((table, rows) -> {
                        var row = rows.get(incoming.aggregateId());
                        if (row != null && incoming.feeds(table)) {
                            claim.keep(table, incoming.aggregateId(), row, incoming.isLater());
                        }
                    });
        }
        for (var letter : fold.letters()) {
            batch.claimOn(letter.event().partition()).park(letter.event().aggregateId());
        }
        batch.moves().forEach(move -> move.claim().follow(move));
    }
}
